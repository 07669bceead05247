/** Whether a function's code finds the engine's AWS SDK by itself, or needs a hook that costs each worker 70 ms. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @returns the folder to resolve the SDK from; undefined when the code folder sees that same SDK already */
export function sdkFallback(codeDirectory: string, sdkResolveFrom: string): string | undefined {
  const ownSdk = nearestSdk(codeDirectory);
  return ownSdk !== undefined && ownSdk === nearestSdk(sdkResolveFrom) ? undefined : sdkResolveFrom;
}

function nearestSdk(folder: string): string | undefined {
  const candidate = join(folder, 'node_modules', '@aws-sdk');
  if (existsSync(candidate)) return realpathSync(candidate);
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestSdk(parent);
}
