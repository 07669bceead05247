/** Starts to listen, and says plainly why that did not work. */
import type { AddressInfo, Server } from 'node:net';
import { EngineStartError } from '../start-error.ts';

export interface ListenAddress {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
}

/**
 * @returns the port
 * @throws EngineStartError `port-taken` or `address-unavailable`
 */
export function listen(server: Server, { port, host }: ListenAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(toStartError(error, { port, host }));
    server.once('error', fail);
    server.listen({ port, host }, () => {
      server.off('error', fail);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function toStartError(error: NodeJS.ErrnoException, { port, host }: ListenAddress): EngineStartError {
  switch (error.code) {
    case 'EADDRINUSE':
      return new EngineStartError({
        kind: 'port-taken',
        message: `Port ${port} of ${host} is taken by another program.`,
        fix: `Stop that program, or choose another port: --port ${port + 1}`,
        cause: error,
      });
    case 'EACCES':
      return new EngineStartError({
        kind: 'address-unavailable',
        message: `This user may not listen on port ${port}.`,
        fix: 'Choose a port of 1024 or above, for example --port 4000.',
        cause: error,
      });
    default:
      return new EngineStartError({
        kind: 'address-unavailable',
        message: `Can't listen on host ${host}, port ${port}: ${error.message}.`,
        fix: 'Choose an address of this machine, for example --host 127.0.0.1.',
        cause: error,
      });
  }
}
