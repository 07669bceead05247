/** Tells whether a port can be listened on, before minutes of work go into a server that could not start. */
import { createServer } from 'node:net';
import { EngineStartError } from '@tributary/engine';
import { CallError } from '../call-error.ts';

/** @throws CallError that says why the address can't be used and what to do */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((fulfill, reject) => {
    server.once('error', (error) => reject(toCallError(error, host, port)));
    server.listen({ host, port, exclusive: true }, () => server.close(() => fulfill()));
  });
}

/** Maps why the engine did not start, or the error of a listening socket; other errors come back as they are. */
function toCallError(error: unknown, host: string, port: number): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error instanceof EngineStartError && error.code === undefined)
    return new CallError(error.message, error.fix);
  if (!('code' in error)) return error;
  switch (error.code) {
    case 'EADDRINUSE':
      return new CallError(
        `Port ${port} on ${host} is in use by another process.`,
        `Stop that process, or choose another port: --port ${port === MAX_PORT ? port - 1 : port + 1}.`,
      );
    case 'EACCES':
      return new CallError(
        `Port ${port} may not be used by this user.`,
        'Choose a port from 1024 up, e.g. --port 4000.',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CallError(
        `Host ${host} is not an address of this machine.`,
        'Use --host 127.0.0.1, or 0.0.0.0 for all.',
      );
    default:
      return error;
  }
}

const MAX_PORT = 65_535;
