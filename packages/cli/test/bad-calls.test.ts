import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from './support/create-application.ts';
import { runCommand } from './support/run-command.ts';

const application = createApplication();
const emptyFolder = mkdtempSync(join(tmpdir(), 'tributary-empty-'));
let taken: Server;
let takenPort: number;

beforeAll(async () => {
  taken = createServer();
  await new Promise<void>((fulfill) => taken.listen(0, '127.0.0.1', fulfill));
  const address = taken.address();
  takenPort = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  taken.close();
  application.remove();
  rmSync(emptyFolder, { recursive: true, force: true });
});

describe('a bad call says what, where and what to do, and ends with 2', () => {
  it.each([
    [['dev', '--prot', '4001'], /unknown option '--prot'\n\(Did you mean --port\?\)/],
    [['compse'], /unknown command 'compse'\n\(Did you mean compose\?\)/],
    [['dev', '--port', 'http'], /'http' is invalid. A port is a whole number from 0 to 65535/],
    [['run'], /required option '--assembly <dir>' not specified/],
    [['plan'], /missing required argument 'operation'/],
    [['explain', 'KEY_INVALID_FIELD'], /no error code "KEY_INVALID_FIELD"[^]*KEY_INVALID_FIELDS/],
    [['plan', 'none.graphql'], /operation file none.graphql does not exist/],
    [['run', '--assembly', 'none'], /Assembly folder .*none does not exist[^]*cdk synth/],
    [['run', '--assembly', '.', '--parameter', 'x'], /argument 'x' is invalid. Write NAME=VALUE./],
    [['run', '--assembly', '.'], /is not a cloud assembly: it has no manifest.json/],
  ])('%j', async (args, message) => {
    const { exitCode, stdout, stderr } = await runCommand(args, application.directory);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  it.each(['dev', 'check', 'compose'])('%s in a folder without subgraphs', async (command) => {
    const { exitCode, stderr } = await runCommand(
      [command, ...(command === 'dev' ? ['--port', '0'] : [])],
      emptyFolder,
    );
    expect(stderr).toMatch(/There are no subgraphs in .*\n {2}fix {3}Add subgraphs\/<name>\/subgraph.ts/);
    expect(exitCode).toBe(2);
  });

  it('a data folder that is a file', async () => {
    const args = ['dev', '--port', '0', '--data', 'package.json'];
    const { exitCode, stderr } = await runCommand(args, application.directory);
    expect(stderr).toMatch(/Data folder .*package\.json can't be used: [^]*--data/);
    expect(exitCode).toBe(2);
  });

  it('dev on a port that is taken', async () => {
    const { exitCode, stderr } = await runCommand(
      ['dev', '--port', String(takenPort)],
      application.directory,
    );
    expect(stderr).toContain(`Port ${takenPort} on 127.0.0.1 is in use by another process.`);
    expect(stderr).toContain('--port ');
    expect(exitCode).toBe(2);
  });
});
