/** The application's pages: files of one folder, with index.html for the addresses that the page itself routes. */
import type { Stats } from 'node:fs';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { contentTypeOf } from './content-type.ts';

interface StaticFile {
  readonly path: string;
  readonly stats: Stats;
}

/** Names with a hash of their content, as Vite writes them: `assets/index-BqD3x9_a.js`. A plain word is no hash. */
const HASHED_NAME = /[\\/]assets[\\/].*-(?=[\w-]*[A-Z0-9_])[\w-]{8}\.\w+$/;

/**
 * @param pathname - decoded nowhere yet, e.g. `/assets/index.js`
 * @returns false when there is nothing to send: no such file, and no page for such an address
 */
export async function sendStaticFile(
  directory: string,
  pathname: string,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<boolean> {
  // A missing script must not be answered with a page; an address without extension is the page's own business.
  const isPageAddress = extname(pathname) === '' || extname(pathname) === '.html';
  const file =
    (await findFile(directory, pathname)) ??
    (isPageAddress ? await findFile(directory, '/index.html') : undefined);
  if (file === undefined) return false;
  const { stats } = file;
  const etag = `W/"${stats.size.toString(16)}-${Math.trunc(stats.mtimeMs).toString(16)}"`;
  const headers = {
    etag,
    'cache-control': HASHED_NAME.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return true;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': contentTypeOf(file.path),
    'content-length': stats.size,
  });
  if (request.method === 'HEAD') {
    response.end();
    return true;
  }
  // Rejects when the client goes away or the file vanishes in between: the connection is closed by then.
  await pipeline(createReadStream(file.path), response).catch(() => undefined);
  return true;
}

/** Links are followed and the result compared with the folder, so that no address leads out of it. */
async function findFile(directory: string, pathname: string): Promise<StaticFile | undefined> {
  try {
    const root = await realpath(directory);
    const name = decodeURIComponent(pathname);
    const path = await realpath(join(root, name.endsWith('/') ? `${name}index.html` : name));
    if (!path.startsWith(root + sep)) return undefined;
    const stats = await stat(path);
    return stats.isFile() ? { path, stats } : undefined;
  } catch {
    return undefined; // no such file, or an address that is no file name
  }
}
