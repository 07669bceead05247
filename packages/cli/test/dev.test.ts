import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from './support/create-application.ts';
import type { Application } from './support/create-application.ts';
import { startCommand } from './support/run-command.ts';
import type { RunningCommand } from './support/run-command.ts';

let application: Application;
let dev: RunningCommand;
let baseUrl: string;

beforeAll(async () => {
  application = createApplication();
  dev = startCommand(['dev', '--port', '0'], application.directory);
  const output = await dev.waitFor(/^ready http:\/\/\S+$/m);
  baseUrl = /^ready (\S+)$/m.exec(output)?.[1] ?? '';
});
afterAll(async () => {
  dev.child.kill('SIGKILL');
  await dev.outcome;
  application.remove();
});

const pathOf = (name: string): string => join(application.directory, name);

async function ask(query: string): Promise<unknown> {
  const response = await fetch(`${baseUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': 'da2-local' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

/** Edits a file and waits until dev has said what it made of it. */
async function edit(name: string, change: (text: string) => string, reaction: RegExp): Promise<string> {
  const from = dev.output().length;
  writeFileSync(pathOf(name), change(readFileSync(pathOf(name), 'utf8')));
  return (await dev.waitFor(reaction, from)).slice(from);
}

describe('tributary dev', () => {
  it('shows its steps, the addresses, and the ready line last', () => {
    expect(dev.output()).toMatch(/compile +[\d.]+ m?s\n[^]*assemble +[\d.]+ m?s\n[^]*engine +[\d.]+ m?s\n/);
    expect(dev.output().trimEnd().split('\n').at(-1)).toBe(`ready ${baseUrl}`);
  });

  it('serves the application and shows what its functions print', async () => {
    expect(await ask('{ greeting(name: "Ada") }')).toEqual({ data: { greeting: 'Hello Ada' } });
    expect(await dev.waitFor(/greeting asked for/)).toMatch(/^\[\S+\] .*greeting asked for/m);
  });

  it('takes an edited handler over', async () => {
    const handler = 'subgraphs/greetings/handler.ts';
    await edit(handler, (text) => text.replace('Hello', 'Welcome'), /handler of greetings reloaded/);
    expect(await ask('{ greeting(name: "Ada") }')).toEqual({ data: { greeting: 'Welcome Ada' } });
  });

  it('goes on with the last good handler while one does not build', async () => {
    const handler = 'subgraphs/greetings/handler.ts';
    const printed = await edit(handler, (text) => `${text}\nconst = 1;\n`, /goes on serving/);
    expect(printed).toMatch(/handler\.ts:\d+:\d+/);
    expect(await ask('{ greeting(name: "Ada") }')).toEqual({ data: { greeting: 'Welcome Ada' } });
    await edit(handler, (text) => text.replace('\nconst = 1;\n', ''), /recovered/);
  });

  it('goes on with the last good API while a schema is broken, and recovers', async () => {
    const schema = 'subgraphs/greetings/schema.graphql';
    const printed = await edit(schema, (text) => text.replace('String!\n', 'Strin!\n'), /goes on serving/);
    expect(printed).toContain('subgraphs/greetings/schema.graphql:4:');
    expect(await ask('{ greeting(name: "Ada") }')).toEqual({ data: { greeting: 'Welcome Ada' } });
    await edit(schema, (text) => text.replace('Strin!\n', 'String!\n'), /recovered/);
  });

  it('serves an edited schema', async () => {
    const schema = 'subgraphs/greetings/schema.graphql';
    await edit(
      schema,
      (text) => text.replace('greeting(', 'salutation(name: String!): String!\n  greeting('),
      /api updated/,
    );
    expect(await ask('{ salutation(name: "Ada") }')).toEqual({ data: { salutation: 'Welcome Ada' } });
    expect(readFileSync(pathOf('schema/api.graphql'), 'utf8')).toContain('salutation');
  });

  it('replaces the assembly when a function changed its settings', async () => {
    const definition = 'subgraphs/greetings/subgraph.ts';
    await edit(
      definition,
      (text) => text.replace("kind: 'lambda'", "kind: 'lambda', memoryMb: 512"),
      /assembly replaced/,
    );
    expect(await ask('{ greeting(name: "Ada") }')).toEqual({ data: { greeting: 'Welcome Ada' } });
  });

  it('ends with 0 on SIGTERM and leaves nothing running', async () => {
    dev.child.kill('SIGTERM');
    expect((await dev.outcome).exitCode).toBe(0);
    const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(processes.split('\n').filter((line) => line.includes(application.directory))).toEqual([]);
  });

  it('skips what is unchanged on the next start', async () => {
    const second = startCommand(['dev', '--port', '0'], application.directory);
    const output = await second.waitFor(/^ready /m);
    second.child.kill('SIGINT');
    expect(output).toMatch(/assemble +[\d.]+ ms {2}unchanged/);
    expect((await second.outcome).exitCode).toBe(0);
  });
});
