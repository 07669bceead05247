/** Copies the fixture application into a temporary folder of its own, with this workspace's packages installed. */
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURE = fileURLToPath(new URL('../fixture-application', import.meta.url));
const INSTALLED = fileURLToPath(new URL('../../../../node_modules', import.meta.url));

export interface Application {
  readonly directory: string;
  readonly remove: () => void;
}

export function createApplication(): Application {
  const directory = mkdtempSync(join(tmpdir(), 'tributary-application-'));
  cpSync(FIXTURE, directory, { recursive: true });
  symlinkSync(INSTALLED, join(directory, 'node_modules'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
