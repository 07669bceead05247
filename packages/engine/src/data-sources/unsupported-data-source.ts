import type { SingleDataSource } from './data-source.ts';

/** A data source of a type that the engine does not run: its fields fail with a message that says so. */
export function createUnsupportedDataSource(name: string, type: string): SingleDataSource {
  const message = `Data source "${name}" has the type ${type}, which is not supported on this machine.`;
  return {
    kind: 'single',
    name,
    invoke: () => Promise.resolve({ kind: 'refused', error: { message, type: 'UnsupportedDataSource' } }),
  };
}
