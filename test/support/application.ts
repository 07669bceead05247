/** The reference application, started once for all tests that only talk to it (vitest global setup). */
import type { TestProject } from 'vitest/node';
import { startServer } from './command.ts';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the running reference application. */
    applicationUrl: string;
  }
}

export default async function setup(project: TestProject) {
  const server = await startServer(['dev', '--port', String(await freePort())]);
  project.provide('applicationUrl', server.url);
  return async () => {
    await server.stop();
  };
}
