/**
 * A file of this package that is read or run rather than imported. This module stays at the top of `src`: it is bundled
 * to the top of `dist`, where the build copies such files to the same paths.
 * @param path - from the top, e.g. `lambda-host/worker.mjs`
 */
export function ownFile(path: string): URL {
  return new URL(path, import.meta.url);
}
