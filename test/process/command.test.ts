import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT, startCommand, startServer } from '../support/command.ts';
import { freePort } from '../support/free-port.ts';
import { send } from '../support/graphql.ts';

const ASSEMBLY = join(ROOT, '.tributary', 'cdk.out');
const scratch = mkdtempSync(join(tmpdir(), 'tributary-process-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const port = async () => String(await freePort());

/** Process ids of everything whose command line names this port. */
async function processesWith(text: string): Promise<string[]> {
  return new Promise((resolve) => {
    execFile('pgrep', ['-f', text], (_error, stdout) =>
      resolve(stdout.split('\n').filter((line) => line !== '')),
    );
  });
}

/** The CDK's own command, as a platform engineer calls it; no account, no network. */
async function cdk(...args: readonly string[]): Promise<void> {
  const bin = join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, [bin, ...args], { cwd: ROOT }, (error, stdout, stderr) => {
      if (error === null) resolve();
      else reject(new Error(`${stdout}${stderr}`));
    });
  });
}

describe('npm start', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'passes its options on and ends with %s to npm alone',
    async (signal) => {
      const chosen = await port();
      const npm = spawn('npm', ['start', '--', '--port', chosen], {
        cwd: ROOT,
        detached: true,
        stdio: 'pipe',
      });
      const closed = new Promise((resolve) => npm.once('close', resolve));
      await new Promise<void>((resolve) => {
        let output = '';
        npm.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          if (output.includes(`ready http://127.0.0.1:${chosen}`)) resolve();
        });
      });
      npm.kill(signal);
      await closed;
      await expect(fetch(`http://127.0.0.1:${chosen}/health`)).rejects.toThrow();
      expect(await processesWith(`port ${chosen}`)).toEqual([]);
    },
  );
});

describe('tributary dev', () => {
  it('prints named steps with times, ends with the ready line, and Ctrl-C leaves nothing running', async () => {
    const chosen = await port();
    const server = await startServer(['dev', '--port', chosen]);
    expect(server.url).toBe(`http://127.0.0.1:${chosen}`);
    expect(server.output()).toMatch(/\d ?m?s/);
    expect(server.output().trimEnd().split('\n').at(-1)).toMatch(/^ready http/);
    const stoppedAt = Date.now();
    server.child.kill('SIGINT');
    expect(await server.exited).toBe(0);
    // The contract: everything that the command started ends within two seconds.
    expect(Date.now() - stoppedAt).toBeLessThan(2_000);
    expect(await processesWith(`port ${chosen}`)).toEqual([]);
  });

  it('says what to do when the port is taken', async () => {
    const chosen = await port();
    const first = await startServer(['run', '--assembly', ASSEMBLY, '--port', chosen]);
    const second = startCommand(['dev', '--port', chosen]);
    expect(await second.exited).toBe(2);
    expect(second.output()).toContain(chosen);
    expect(second.output()).toContain('--port');
    await first.stop();
  });
});

describe('tributary run --assembly', () => {
  it('serves the same API as dev from what cdk synth wrote', async () => {
    const synthesized = join(scratch, 'cdk.out');
    await cdk('synth', '--quiet', '--output', synthesized);
    const server = await startServer(['run', '--assembly', synthesized, '--port', await port()]);
    const query =
      '{ __schema { types { name fields { name } } } orders(limit: 3) { items { customer { name } } } }';
    const fromAssembly = await send(query, {}, server.url);
    expect(fromAssembly.errors).toEqual([]);
    const dev = await startServer(['dev', '--port', await port()]);
    expect((await send(query, {}, dev.url)).data).toEqual(fromAssembly.data);
    await Promise.all([server.stop(), dev.stop()]);
  });

  it('keeps acknowledged writes through kill -9', async () => {
    const data = join(scratch, 'data');
    const start = async () =>
      startServer(['run', '--assembly', ASSEMBLY, '--data', data, '--port', await port()]);
    const first = await start();
    const ids: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const placed = await send(
        `mutation Place { placeOrder(input: { customerId: "c-0001", clientRequestId: "kill-${round}",
          lines: [{ productId: "p-0001", quantity: 1 }] }) { id } }`,
        {},
        first.url,
      );
      ids.push(String(placed.data['placeOrder']?.['id']));
    }
    first.child.kill('SIGKILL');
    await first.exited;
    const second = await start();
    for (const id of ids) {
      const { data: found } = await send('query One($id: ID!) { order(id: $id) { id } }', { id }, second.url);
      expect(found['order']).toEqual({ id });
    }
    await second.stop();
  });

  it('gives partial data with the error on its path when a handler is killed in mid-flight', async () => {
    const server = await startServer(['run', '--assembly', ASSEMBLY, '--port', await port()]);
    const query = '{ product(id: "p-0001") { name } order(id: "o-00001") { id } }';
    const functions = (await (await fetch(`${server.url}/_tributary/functions`)).json()) as {
      functionName: string;
      subgraph: string;
    }[];
    const orders = functions.find(({ subgraph }) => subgraph === 'orders');
    // The kill races with the call, so it is tried until it hits one in flight.
    let hit: Awaited<ReturnType<typeof send>> | undefined;
    for (let tries = 0; tries < 50 && hit === undefined; tries += 1) {
      const answer = send(query, {}, server.url);
      await new Promise((resolve) => setTimeout(resolve, tries));
      await fetch(`${server.url}/_tributary/functions/${orders?.functionName}/kill`, { method: 'POST' });
      const { data, errors } = await answer;
      if (errors.length > 0) hit = await answer;
      else expect(data['order']).toEqual({ id: 'o-00001' });
    }
    expect(hit?.data).toMatchObject({ product: { name: expect.any(String) }, order: null });
    expect(hit?.errors).toMatchObject([{ path: ['order'], errorType: 'Lambda:Unhandled' }]);
    const next = await send(query, {}, server.url);
    expect([next.data['order'], next.errors]).toEqual([{ id: 'o-00001' }, []]);
    await server.stop();
  });
});

describe('bad calls say what, where and what to do', () => {
  it.each([
    { args: ['run', '--assembly', '/no/such/folder'], code: 2, text: '/no/such/folder' },
    { args: ['dev', '--prot', '4000'], code: 2, text: '--port' },
    { args: ['sirve'], code: 2, text: 'sirve' },
    { args: ['plan', 'nowhere.graphql'], code: 2, text: 'nowhere.graphql' },
    { args: ['explain', 'KEY_INVALID_FIELD'], code: 2, text: 'KEY_INVALID_FIELDS' },
  ])('$args', async ({ args, code, text }) => {
    const command = startCommand(args);
    expect(await command.exited).toBe(code);
    expect(command.output()).toContain(text);
    expect(command.output()).not.toMatch(/^\s+at /m);
  });

  it('a folder without subgraphs', async () => {
    const command = startCommand(['compose'], { cwd: scratch });
    expect(await command.exited).not.toBe(0);
    expect(command.output()).toContain('subgraph');
  });
});
