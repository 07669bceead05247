import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LambdaFunctionModel } from '../model/app-model.ts';
import { createLambdaHost, findFunction, type LambdaHost, type LambdaLogLine } from './index.ts';
import { type InspectorClient, connectInspector } from './testing/inspector-client.ts';

const sdkResolveFrom = fileURLToPath(new URL('../..', import.meta.url));
let directory: string;
let lines: LambdaLogLine[];
let host: LambdaHost;
let inspectors: InspectorClient[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'inspected-'));
  lines = [];
  inspectors = [];
});
afterEach(async () => {
  await host.stop();
  inspectors.forEach((inspector) => inspector.close());
  await rm(directory, { recursive: true, force: true });
});

/** Below the ports that systems give away, and not that of inspectors which other test files open meanwhile. */
const OWN_PORT = 10_000 + (process.pid % 20_000);

const SOURCE = `interface Order { amount: number }
export const handler = async ({ amount }: Order): Promise<object> => {
  if (amount < 0) process.exit(3);
  const doubled = amount * 2;
  return { doubled, pid: process.pid };
};
`;

function model(functionName: string, codeDirectory: string): LambdaFunctionModel {
  return {
    functionName,
    logicalId: `${functionName}Logical`,
    arn: `arn:aws:lambda:eu-central-1:123456789012:function:${functionName}`,
    codeDirectory,
    handler: 'index.handler',
    runtime: 'nodejs22.x',
    // Far shorter than a stop at a breakpoint.
    timeoutMs: 300,
    memoryMb: 128,
    environment: {},
    metadata: {},
  };
}

/** As the CDK's NodejsFunction does: bundled, with a source map beside it. */
async function startInspected(): Promise<void> {
  const codeDirectory = join(directory, 'orders');
  await mkdir(codeDirectory);
  await writeFile(join(directory, 'handler.ts'), SOURCE);
  await build({
    entryPoints: [join(directory, 'handler.ts')],
    outfile: join(codeDirectory, 'index.mjs'),
    format: 'esm',
    platform: 'node',
    sourcemap: true,
    bundle: true,
  });
  host = createLambdaHost({
    functions: [model('orders', codeDirectory), model('others', codeDirectory)],
    environment: {},
    log: (line) => lines.push(line),
    sdkResolveFrom,
    inspectedFunctionName: 'orders',
    firstInspectorPort: OWN_PORT,
  });
  host.warm();
}

async function addressAt(index: number): Promise<string> {
  const addresses = (): readonly string[] =>
    lines.flatMap(({ text }) => /Debugger: (ws:\S+)/.exec(text)?.[1] ?? []);
  await expect.poll(addresses, { timeout: 10_000 }).toHaveLength(index + 1);
  return addresses()[index] ?? '';
}

async function attach(index = 0): Promise<InspectorClient> {
  const inspector = await connectInspector(await addressAt(index));
  inspectors.push(inspector);
  return inspector;
}

describe('an inspected function', () => {
  it('prints where a debugger attaches, and that its timeout is off', async () => {
    await startInspected();
    const inspector = await attach();
    const { text } = lines.find((line) => line.text.startsWith('Debugger:')) ?? { text: '' };
    expect(text).toMatch(/ws:\/\/127\.0\.0\.1:\d+\/[\da-f-]{36} \(VS Code: attach to port \d+;/);
    expect(text).toContain('timeout of 0.3 s is off');
    expect(new URL(await addressAt(0)).port).toBe(String(OWN_PORT));
    const { result } = await inspector.send('Runtime.evaluate', {
      expression: 'process.env.AWS_LAMBDA_FUNCTION_NAME',
    });
    expect(result).toMatchObject({ value: 'orders' });
  });

  it('stops at a breakpoint of its code for longer than its timeout, and goes on', async () => {
    await startInspected();
    const inspector = await attach();
    await inspector.send('Debugger.enable');
    const file = pathToFileURL(join(directory, 'orders', 'index.mjs')).href;
    const script = await inspector.event('Debugger.scriptParsed', ({ url }) => url === file);
    // From the map a debugger shows the TypeScript source.
    expect(script).toMatchObject({ sourceMapURL: 'index.mjs.map' });
    const { scriptSource } = await inspector.send('Debugger.getScriptSource', {
      scriptId: (script as { scriptId: string }).scriptId,
    });
    const lineNumber = String(scriptSource)
      .split('\n')
      .findIndex((line) => line.includes('amount * 2'));
    const { locations } = await inspector.send('Debugger.setBreakpointByUrl', { url: file, lineNumber });
    expect(locations).toHaveLength(1);

    const answer = host.invoke('orders', { amount: 21 });
    const paused = await inspector.event('Debugger.paused');
    const [frame] = (paused as { callFrames: { callFrameId: string }[] }).callFrames;
    await inspector.send('Debugger.evaluateOnCallFrame', {
      callFrameId: frame?.callFrameId,
      expression: 'amount = 50',
    });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await inspector.send('Debugger.resume');
    expect(await answer).toMatchObject({ kind: 'success', payload: { doubled: 100 } });
  });

  it('has a process of its own; other functions run as before', async () => {
    await startInspected();
    const [inspected, other] = await Promise.all([
      host.invoke('orders', { amount: 1 }),
      host.invoke('others', { amount: 1 }),
    ]);
    expect(other).toMatchObject({ kind: 'success', payload: { pid: process.pid } });
    expect(inspected).toMatchObject({ kind: 'success', payload: { pid: expect.any(Number) as number } });
    expect(inspected).not.toMatchObject({ payload: { pid: process.pid } });
  });

  it('keeps its port when its code is loaded again, and after it ended itself under a debugger', async () => {
    await startInspected();
    const first = await attach();
    const { port } = new URL(await addressAt(0));
    expect(await host.invoke('orders', { amount: 1 })).toMatchObject({ kind: 'success' });
    host.reload('orders');
    expect(await host.invoke('orders', { amount: 2 })).toMatchObject({ kind: 'success' });
    expect(new URL(await addressAt(1)).port).toBe(port);
    first.close();
    await attach(1);
    expect(await host.invoke('orders', { amount: -1 })).toMatchObject({
      kind: 'function-error',
      errorMessage: expect.stringMatching(/exit status 3$/) as string,
    });
    expect(await host.invoke('orders', { amount: 3 })).toMatchObject({ kind: 'success' });
    expect(new URL(await addressAt(2)).port).toBe(port);
  });

  it('ends with the host even while it stands at a breakpoint', async () => {
    await startInspected();
    const inspector = await attach();
    await inspector.send('Debugger.enable');
    await inspector.send('Debugger.pause');
    const answer = host.invoke('orders', { amount: 1 });
    await inspector.event('Debugger.paused');
    await host.stop();
    expect(await answer).toMatchObject({ kind: 'function-error' });
  });
});

describe('findFunction', () => {
  const functions = [model('Shop-Orders', '/a'), model('Shop-OrderMails', '/b')];
  beforeEach(() => {
    host = createLambdaHost({ functions: [], environment: {}, log: () => undefined, sdkResolveFrom });
  });

  it.each(['Shop-Orders', 'Shop-OrdersLogical', 'rdersL', 'Mails'])('finds %s', (wanted) => {
    expect(findFunction(functions, wanted)).toMatchObject({ ok: true });
  });

  it('names the functions when there is none, or more than one', () => {
    expect(findFunction(functions, 'absent')).toEqual({
      ok: false,
      message: 'There is no Lambda function "absent". Functions: Shop-OrderMails, Shop-Orders.',
    });
    expect(findFunction(functions, 'Order')).toEqual({
      ok: false,
      message:
        '"Order" is a part of the names of 2 Lambda functions. Functions: Shop-OrderMails, Shop-Orders.',
    });
  });
});
