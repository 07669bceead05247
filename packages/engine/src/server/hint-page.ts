/** What `/` shows when there are no pages to serve: where everything is. */

const ADDRESSES: readonly (readonly [path: string, what: string])[] = [
  ['/_tributary/', 'console: requests, sockets, tables'],
  ['/graphql', 'GraphQL endpoint (POST, header x-api-key)'],
  ['/graphql/realtime', 'subscriptions (WebSocket, sub-protocol graphql-ws)'],
  ['/_tributary/dynamodb', 'DynamoDB HTTP API (endpoint for AWS SDKs)'],
  ['/amplify_outputs.json', 'configuration for the Amplify client'],
  ['/health', 'state'],
];

/** @param apiName - name of the API in the assembly */
export function buildHintPage(apiName: string): string {
  const rows = ADDRESSES.map(
    ([path, what]) => `<tr><td><a href="${path}"><code>${path}</code></a></td><td>${what}</td></tr>`,
  ).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Tributary</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}td{padding:.25rem 1rem .25rem 0;vertical-align:top}</style>
</head><body>
<h1>Tributary</h1>
<p>The API <strong>${escapeHtml(apiName)}</strong> is running. There are no pages of an application to show here.</p>
<table>${rows}</table>
</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
