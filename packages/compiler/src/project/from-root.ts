import { relative } from 'node:path';

/** A path as diagnostics show it. */
export function fromRoot(root: string, file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}
