import { join } from 'node:path';
import { isRecord } from '../model/is-record.ts';
import type { StackArtifact } from './read-manifest.ts';
import { readJsonFile } from './read-json-file.ts';

/** Absolute paths of file assets by their S3 object key, e.g. `<hash>.zip` or `<hash>.json`. */
export type AssetPaths = ReadonlyMap<string, string>;

/** Reads the asset manifests (`*.assets.json`) of a stack; zip assets are still folders in the assembly. */
export async function readAssets(stack: StackArtifact): Promise<AssetPaths> {
  const paths = new Map<string, string>();
  for (const file of stack.assetFiles) {
    const { files } = await readJsonFile(join(stack.directory, file));
    for (const asset of isRecord(files) ? Object.values(files) : []) addAsset(paths, asset, stack.directory);
  }
  return paths;
}

function addAsset(paths: Map<string, string>, asset: unknown, directory: string): void {
  if (!isRecord(asset) || !isRecord(asset['source']) || !isRecord(asset['destinations'])) return;
  const { path } = asset['source'];
  if (typeof path !== 'string') return;
  for (const destination of Object.values(asset['destinations'])) {
    const key = isRecord(destination) ? destination['objectKey'] : undefined;
    if (typeof key === 'string') paths.set(key, join(directory, path));
  }
}

/** The asset behind an S3 location or object key: prefixes, bucket and scheme do not matter. */
export function findAsset(assets: AssetPaths, location: string): string | undefined {
  const direct = assets.get(location);
  if (direct !== undefined) return direct;
  for (const [key, path] of assets) if (location.endsWith(`/${key}`)) return path;
  return undefined;
}
