/** Code text in, evaluations out: the entry of the APPSYNC_JS runtime. */
import { randomBytes } from 'node:crypto';
import { checkCode } from './check/check-code.ts';
import type { LibraryShape } from './check/module-rules.ts';
import { compileModule } from './compile/compile-module.ts';
import type { LoadedCode, LoadOptions, LoadResult, ResolverContext } from './contract.ts';
import { evaluateHandler } from './evaluate-handler.ts';
import { buildLibrary, libraryShape } from './library/build-library.ts';
import type { CallRecord } from './library/call-record.ts';
import { createCallRecord } from './library/call-record.ts';
import { buildConsole } from './library/console.ts';
import { sharedRealm } from './sandbox/realm.ts';
import { support } from './sandbox/support.ts';

/** The library's names, which are the same for all code. */
let shape: LibraryShape | undefined;

/**
 * Checks a resolver's or function's code and makes it ready to run.
 * @param code - an ECMAScript module that exports `request`, `response` or both
 * @returns the code, or all its faults as AppSync would report them when it is saved
 * @see AppSync developer guide, "Supported runtime features"
 */
export function loadCode(code: string, options: LoadOptions): LoadResult {
  const realm = sharedRealm();
  const random = options.random ?? Math.random;
  let current: CallRecord | undefined;
  const currentCall = (): CallRecord => {
    if (current === undefined) throw new Error('The library was called outside of a handler.');
    return current;
  };
  const library = buildLibrary({
    currentCall,
    nowEpochMs: options.now ?? Date.now,
    random,
    randomBytes: options.random === undefined ? randomBytes : (count) => bytesFrom(random, count),
  });
  shape ??= libraryShape(library);
  const checked = checkCode(code, shape);
  if (!checked.ok) return checked;

  const { program, resolve } = checked;
  const module = { code, program, resolve };
  const compiled = compileModule({ module, filename: `${options.name}/code.js`, realm });
  const { places } = compiled;
  const instantiate = compiled.bind({
    globals: {
      ...realm.globals,
      ...library.globals,
      Math: Object.assign(Object.create(null), realm.mathFunctions, { random }),
      console: buildConsole(currentCall, () => places.ofStack(new Error().stack) ?? 'code.js'),
    },
    modules: library.modules,
    support,
  });

  const loaded: LoadedCode = {
    name: options.name,
    has: (handler) => compiled.exports.has(handler),
    evaluate(handler, context: ResolverContext) {
      const call = createCallRecord(context);
      current = call;
      try {
        return evaluateHandler({ handler, call, instantiate, places });
      } finally {
        current = undefined;
      }
    },
  };
  return { ok: true, code: loaded };
}

function bytesFrom(random: () => number, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
}
