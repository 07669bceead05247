import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '@tributary/engine';
import type { EngineLogEvent, EngineOptions, RunningEngine } from '@tributary/engine';
import { App } from 'aws-cdk-lib';

export const API_KEY = 'da2-assemblies';

/** An application that runs on the engine as the CDK synthesized it. */
export interface RunningAssembly {
  readonly engine: RunningEngine;
  /** What the engine had to say: notices, warnings, output of functions. */
  readonly log: readonly EngineLogEvent[];
  /** The answer's body. */
  query(text: string, variables?: Readonly<Record<string, unknown>>): Promise<unknown>;
  stop(): Promise<void>;
}

/** What an application may be run with. */
export type ApplicationOptions = Pick<EngineOptions, 'parameters' | 'secrets' | 'asyncRetryDelayMs'>;

/** Synthesizes in process into a temporary folder, and starts the engine on what came out. */
export async function runApplication(
  define: (app: App) => void,
  options: ApplicationOptions = {},
): Promise<RunningAssembly> {
  const directory = mkdtempSync(join(tmpdir(), 'tributary-assembly-'));
  const app = new App({ outdir: directory, analyticsReporting: false });
  define(app);
  app.synth();
  const log: EngineLogEvent[] = [];
  const engine = await startEngine({
    ...options,
    assemblyDirectory: directory,
    port: 0,
    host: '127.0.0.1',
    apiKey: API_KEY,
    log: (event) => void log.push(event),
  });
  return {
    engine,
    log,
    async query(text, variables = {}) {
      const response = await fetch(`${engine.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': API_KEY },
        body: JSON.stringify({ query: text, variables }),
      });
      return (await response.json()) as unknown;
    },
    async stop() {
      await engine.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
