/** Text that belongs into a developer's terminal and never into an answer. */
const STACK_TRACES = [
  /\n\s+at\s/,
  /\\n\s+at\s/,
  /node:internal/,
  /\/packages\/engine\//,
  /file:\/\//,
  /\.ts:\d+/,
];

/** Something that an answer must not be. */
export class Finding extends Error {
  override readonly name = 'Finding';
}

/** @throws Finding */
export function demand(isTrue: boolean, problem: string): asserts isTrue {
  if (!isTrue) throw new Finding(problem);
}

/** @throws Finding when the text shows where the engine's code is, or a fault of the engine itself */
export function demandNoInternals(text: string): void {
  for (const pattern of STACK_TRACES) demand(!pattern.test(text), `a stack trace (${pattern.source})`);
  demand(!text.includes('Internal error'), 'an internal error');
  demand(!text.includes('InternalFailure'), 'an internal failure');
}
