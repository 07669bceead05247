/** The assembly as a model, or a start error that names its faults. */
import type { LoadAssemblyOptions } from '../assembly/index.ts';
import { loadAssembly } from '../assembly/index.ts';
import type { AppModel } from '../model/app-model.ts';
import { EngineStartError } from '../start-error.ts';

/** @throws EngineStartError `assembly-faulty` */
export async function loadModel(options: LoadAssemblyOptions): Promise<AppModel> {
  const result = await loadAssembly(options);
  if (result.ok) return result.model;
  throw assemblyFaulty(options.directory, result.errors);
}

export function assemblyFaulty(directory: string, errors: readonly string[]): EngineStartError {
  return new EngineStartError({
    kind: 'assembly-faulty',
    message: [`The assembly ${directory} can't be run:`, ...errors].join('\n  '),
    fix: 'Correct the application, run "npx cdk synth" and start again.',
    details: errors,
  });
}
