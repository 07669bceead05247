/** Where the code of a function or a layer lies on this machine, unpacked. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { deriveId } from './derived-id.ts';
import { extractZip } from './extract-zip.ts';
import { findAsset } from './read-assets.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

export type LocatedCode =
  | { readonly ok: true; readonly directory: string }
  /** The end of a sentence that begins with "it does not run". */
  | { readonly ok: false; readonly reason: string };

/**
 * @param property - `Code` of a function, `Content` of a layer
 * @param workDirectory - for inline code and unpacked zip files; may have been used before
 */
export async function locateCode(
  scope: StackScope,
  resource: TemplateResource,
  { property, workDirectory }: { readonly property: 'Code' | 'Content'; readonly workDirectory: string },
): Promise<LocatedCode> {
  const { ZipFile: inline, S3Bucket: bucket, S3Key: key } = readProperties(scope, resource).record(property);
  if (typeof inline === 'string') {
    const directory = join(workDirectory, deriveId(scope.stackName, resource.logicalId, inline));
    return { ok: true, directory: await writeInlineCode(directory, inline) };
  }
  const path = assetPath(scope, resource, key);
  if (path === undefined) {
    const location = `s3://${String(bucket)}/${String(key)}`;
    return { ok: false, reason: `its code, ${location}, is not an asset of this assembly` };
  }
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return { ok: true, directory: path };
  if (found === undefined) return { ok: false, reason: `its code is missing in the assembly (${path})` };
  return unpack(path, workDirectory);
}

function assetPath(scope: StackScope, resource: TemplateResource, key: unknown): string | undefined {
  const asset = typeof key === 'string' ? findAsset(scope.assets, key) : undefined;
  const path = resource.metadata['aws:asset:path'];
  if (asset !== undefined || typeof path !== 'string') return asset;
  return isAbsolute(path) ? path : join(scope.directory, path);
}

/** AWS Lambda puts inline code of Node.js functions into index.js. */
async function writeInlineCode(directory: string, text: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'index.js'), text);
  return directory;
}

async function unpack(path: string, workDirectory: string): Promise<LocatedCode> {
  const hash = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  const directory = join(workDirectory, hash.slice(0, 32));
  if ((await stat(directory).catch(() => undefined)) !== undefined) return { ok: true, directory };
  // Whole or not at all: another engine may start on the same file.
  const unfinished = `${directory}.${process.pid}`;
  try {
    await extractZip(path, unfinished);
    await rename(unfinished, directory).catch(() => rm(unfinished, { recursive: true, force: true }));
    return { ok: true, directory };
  } catch (fault) {
    await rm(unfinished, { recursive: true, force: true });
    const why = fault instanceof Error ? fault.message : String(fault);
    return { ok: false, reason: `its code, ${path}, can't be unpacked: ${why}` };
  }
}
