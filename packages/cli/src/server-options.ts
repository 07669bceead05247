/** Options that every command with a server has. */
export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  /** Accepted besides the API keys of the assembly. */
  readonly apiKey: string;
  /** Folder for durable data; memory when absent. */
  readonly data?: string;
}

export const DEFAULT_PORT = 4000;
export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_API_KEY = 'da2-local';
