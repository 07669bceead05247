/** Reads `tributary.json` of a project, and the supergraph that it names. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { Contract } from '../model/contract.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { CONFIGURATION_FILE, NO_CONFIGURATION, parseConfiguration } from './configuration.ts';

export interface ReadConfiguration {
  readonly contract: Contract | undefined;
  readonly supergraph: ProjectSupergraph | undefined;
  /** Absolute paths of what was read. */
  readonly files: readonly string[];
}

export interface ProjectSupergraph {
  readonly sdl: string;
  /** Relative to the project, for messages. */
  readonly file: string;
}

/** @param root - absolute folder of the project; without the file everything has its default */
export function readConfiguration(root: string): Result<ReadConfiguration> {
  const file = join(root, CONFIGURATION_FILE);
  const parsed = existsSync(file) ? parseConfiguration(readFileSync(file, 'utf8')) : ok(NO_CONFIGURATION);
  const files = existsSync(file) ? [file] : [];
  if (!parsed.ok) return err([invalid(parsed.error)]);
  const { contract, supergraph } = parsed.value;
  if (supergraph === undefined) return ok({ contract, supergraph: undefined, files });
  const path = resolve(root, supergraph);
  if (!existsSync(path)) return err([invalid(`the supergraph ${supergraph} does not exist`)]);
  const read = { sdl: readFileSync(path, 'utf8'), file: supergraph };
  return ok({ contract, supergraph: read, files: [...files, path] });
}

/** Absolute paths of the files that configure a project; `tributary.json` alone when it can not be used. */
export function configurationFiles(root: string): readonly string[] {
  const read = readConfiguration(root);
  return read.ok ? read.value.files : [join(root, CONFIGURATION_FILE)];
}

function invalid(reason: string) {
  return createDiagnostic('PROJECT_INVALID_CONFIGURATION', { file: CONFIGURATION_FILE, reason });
}
