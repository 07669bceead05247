/** A Lambda host over function code that a test writes; it stops when the test ends. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { LambdaFunctionModel } from '../../model/app-model.ts';
import { createLambdaHost, type LambdaHost, type LambdaHostOptions, type LambdaLogLine } from '../index.ts';

/** Texts by path in the function's folder. */
export type CodeFiles = Readonly<Record<string, string>>;

export interface TestHost {
  readonly host: LambdaHost;
  readonly lines: readonly LambdaLogLine[];
  /** Holds a folder for each function, by its name. */
  readonly directory: string;
}

/** An index.mjs whose handler has this body. */
export function handlerOf(body: string): CodeFiles {
  return { 'index.mjs': `export const handler = async (event, context) => { ${body} };` };
}

export async function startTestHost(
  functions: Readonly<Record<string, CodeFiles>>,
  changes: Partial<LambdaFunctionModel> = {},
  options: Partial<LambdaHostOptions> = {},
): Promise<TestHost> {
  const directory = await mkdtemp(join(tmpdir(), 'lambda-'));
  const lines: LambdaLogLine[] = [];
  const models: LambdaFunctionModel[] = [];
  for (const [functionName, files] of Object.entries(functions)) {
    const codeDirectory = join(directory, functionName);
    await writeFiles(codeDirectory, files);
    models.push({ ...functionModel(functionName, codeDirectory), ...changes });
  }
  const host = createLambdaHost({
    functions: models,
    environment: {},
    log: (line) => lines.push(line),
    sdkResolveFrom: fileURLToPath(new URL('../../..', import.meta.url)),
    ...options,
  });
  onTestFinished(async () => {
    await host.stop();
    await rm(directory, { recursive: true, force: true });
  });
  return { host, lines, directory };
}

/** A function with the settings that most tests leave alone. */
export function functionModel(functionName: string, codeDirectory: string): LambdaFunctionModel {
  return {
    functionName,
    logicalId: functionName,
    arn: `arn:aws:lambda:eu-central-1:123456789012:function:${functionName}`,
    codeDirectory,
    handler: 'index.handler',
    runtime: 'nodejs22.x',
    timeoutMs: 5000,
    memoryMb: 128,
    environment: { OWN: functionName },
    metadata: {},
  };
}

export async function writeFiles(folder: string, files: CodeFiles): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}
