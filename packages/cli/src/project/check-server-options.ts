import { resolve } from 'node:path';
import type { ServerOptions } from '../server-options.ts';
import { checkDataFolder } from './check-data-folder.ts';
import { checkPort } from './check-port.ts';

/** Refuses a call that could not serve, before any work goes into it. @throws CallError */
export async function checkServerOptions({ host, port, data }: ServerOptions): Promise<void> {
  await checkPort(host, port);
  if (data !== undefined) await checkDataFolder(resolve(data));
}
