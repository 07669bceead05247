/** The notes application, started once for all tests of this folder: each works on boards and users of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import type { RunningAssembly } from '../../conformance/assemblies/run-application.ts';
import { runApplication } from '../../conformance/assemblies/run-application.ts';
import { startOpenIdProvider } from '../../packages/engine/test/authorization/open-id-provider.ts';
import { notesApplication } from './notes-application.ts';

/** What `/amplify_outputs.json` of the application says. */
export interface NotesOutputs {
  readonly version: string;
  readonly data: { readonly url: string; readonly api_key: string };
  readonly auth: { readonly user_pool_id: string; readonly user_pool_client_id: string };
  readonly custom: { readonly user_pool_endpoint: string };
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly notes: {
      /** Base URL of the engine. */
      readonly url: string;
      readonly outputs: NotesOutputs;
      /** Of a user of the OpenID Connect provider. */
      readonly oidcToken: string;
      /** Answers what the engine has printed for the developer, as a JSON list of lines. */
      readonly noticesUrl: string;
    };
  }
}

/** Seconds: longer than the tests take. */
const TOKEN_SECONDS = 3600;

export default async function setup(project: TestProject) {
  const provider = await startOpenIdProvider();
  const assembly = await runApplication((app) => notesApplication(app, provider.issuer));
  const { url } = assembly.engine;
  const notices = await serveNotices(assembly);
  const outputs = (await (await fetch(`${url}/amplify_outputs.json`)).json()) as NotesOutputs;
  const exp = Math.floor(Date.now() / 1000) + TOKEN_SECONDS;
  project.provide('notes', {
    url,
    outputs,
    oidcToken: provider.token({ exp }),
    noticesUrl: notices.url,
  });
  return async () => {
    notices.stop();
    await assembly.stop();
    await provider.stop();
  };
}

async function serveNotices({ log }: RunningAssembly) {
  const server = createServer((_request, response) => {
    const lines = log.flatMap((event) => (event.kind === 'notice' ? [event.text] : []));
    response.end(JSON.stringify(lines));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
