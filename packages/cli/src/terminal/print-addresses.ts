import type { Terminal } from './terminal.ts';

export interface Addresses {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** Where the DynamoDB HTTP API is reached; undefined where nobody has tables. */
  readonly dynamodbUrl: string | undefined;
  readonly apiKey: string;
  readonly hasPages: boolean;
}

/** Prints where the server answers; the last line, `ready <base URL>`, is what programs wait for. */
export function printAddresses(terminal: Terminal, addresses: Addresses): void {
  const { url, dynamodbUrl, apiKey, hasPages } = addresses;
  const { colors } = terminal;
  const webSocketUrl = url.replace(/^http/, 'ws');
  const rows = [
    ...(hasPages ? [['pages', `${url}/`]] : []),
    ['graphql', `${url}/graphql`],
    ['real-time', `${webSocketUrl}/graphql/realtime`],
    ['console', `${url}/_tributary/`],
    ...(dynamodbUrl === undefined ? [] : [['dynamodb', dynamodbUrl]]),
    ['x-api-key', apiKey],
  ];
  terminal.print('');
  for (const [name = '', value = ''] of rows) terminal.print(`  ${colors.dim(name.padEnd(10))} ${value}`);
  terminal.print('');
  terminal.print(`ready ${url}`);
}
