/** Options that every command with a server has. */
export interface AddressOptions {
  readonly port: number;
  readonly host: string;
  /** Accepted besides the API keys of the assembly. */
  readonly apiKey: string;
}

/** Options of commands that run an application. */
export interface ServerOptions extends AddressOptions {
  /** Folder for durable data; memory when absent. */
  readonly data?: string;
  /** Another DynamoDB in place of the embedded one: an address with `http://` or `https://`. */
  readonly dynamodb?: string;
  /** A port for the DynamoDB HTTP API alone. */
  readonly dynamodbPort?: number;
  /** A Lambda function that a debugger can attach to. */
  readonly inspectLambda?: string;
  /** By name; before those of `values`. */
  readonly parameter?: Readonly<Record<string, string>>;
  /** By name or ARN; before those of `values`. */
  readonly secret?: Readonly<Record<string, string>>;
  /** File with values of parameters and secrets. */
  readonly values?: string;
}

export const DEFAULT_PORT = 4000;
export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_API_KEY = 'da2-local';
