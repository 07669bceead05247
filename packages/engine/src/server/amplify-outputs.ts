/** `/amplify_outputs.json`: what a page hands to `Amplify.configure` to talk to this server. */

export interface AmplifyOutputsInput {
  /** `host:port` as the page reached us. */
  readonly host: string;
  readonly scheme: 'http' | 'https';
  readonly apiKey: string;
  readonly region: string;
}

/**
 * The Amplify client (aws-amplify 6.22.1) makes the real-time address by replacing a lower-case `http://` with
 * `wss://`, which a plain-text server can't answer. The replacement knows lower case only, while URL parsers know any
 * case and WebSocket accepts http addresses: written `HTTP://`, the address stays as it is and works everywhere.
 */
export function buildAmplifyOutputs({ host, scheme, apiKey, region }: AmplifyOutputsInput) {
  return {
    version: '1.4',
    data: {
      url: `${scheme === 'https' ? 'https' : 'HTTP'}://${host}/graphql`,
      api_key: apiKey,
      aws_region: region,
      default_authorization_type: 'API_KEY',
      authorization_types: ['API_KEY'],
    },
  } as const;
}
