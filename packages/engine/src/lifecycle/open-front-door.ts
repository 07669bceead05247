/**
 * The port is taken first of all: a port that is in use fails before any work is done, and the API's own address is
 * known when the assembly is read. Requests that come early wait for the routes.
 */
import { randomBytes } from 'node:crypto';
import type { Routes } from '../server/index.ts';
import { createOnePortServer, createSelfSignedCertificate } from '../server/index.ts';
import { buildBaseUrl } from './base-url.ts';

export interface FrontDoor {
  readonly url: string;
  /** Answers what waits, and from now on everything at once. */
  connect(routes: Routes): void;
  /** May be called again. */
  close(): Promise<void>;
}

/** @throws EngineStartError when the address can't be listened on */
export async function openFrontDoor(host: string, port: number): Promise<FrontDoor> {
  let connect: (routes: Routes) => void = () => undefined;
  const connected = new Promise<Routes>((resolve) => (connect = resolve));
  const server = createOnePortServer({
    onRequest: (request, response) => void connected.then((routes) => routes.onRequest(request, response)),
    onUpgrade: (request, socket, head) =>
      void connected.then((routes) => routes.onUpgrade(request, socket, head)),
    createCertificate: () =>
      createSelfSignedCertificate({ now: new Date(), serialNumber: randomBytes(SERIAL_NUMBER_BYTES) }),
  });
  const actualPort = await server.listen({ host, port });
  let closed: Promise<void> | undefined;
  return { url: buildBaseUrl(host, actualPort), connect, close: () => (closed ??= server.close()) };
}

const SERIAL_NUMBER_BYTES = 16;
