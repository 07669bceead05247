/**
 * The JavaScript realm in which resolvers run: one for the process, with nothing in it but the built-ins of the
 * APPSYNC_JS runtime. This is fidelity, not a security boundary: the code is the user's own.
 */
import { createContext, runInContext, Script } from 'node:vm';
import { replaceAllMatches, replaceFirstMatch } from '../library/java-regex/replace-matches.ts';
import {
  MATH_FUNCTIONS,
  NUMBER_STATICS,
  OBJECT_STATICS,
  PROTOTYPE_MEMBERS,
  STRING_STATICS,
} from './built-ins.ts';

export interface Realm {
  /** The globals that do not depend on the code being run, by name. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** `Math` functions without `random`, whose source of randomness belongs to the code that is run. */
  readonly mathFunctions: Readonly<Record<string, unknown>>;
  /** Evaluates a script whose value is a function. */
  evaluate(text: string, filename: string): (...parameters: unknown[]) => unknown;
}

let shared: Realm | undefined;

/** The process's realm, made on first use (about a millisecond). */
export function sharedRealm(): Realm {
  shared ??= createRealm();
  return shared;
}

type Members = Record<string | symbol, unknown>;
type NativeFunction = (...parameters: unknown[]) => unknown;

function createRealm(): Realm {
  // Without a prototype: members of the engine's Object.prototype would be globals of the realm.
  const globals = Object.create(null) as Record<string, unknown>;
  const context = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  const names = ['Array', 'Boolean', 'Function', 'JSON', 'Math', 'Number', 'Object', 'String'];
  const natives = runInContext(`({ ${names.join(', ')} })`, context) as Record<string, Members>;
  const native = (name: string): Members => natives[name] ?? {};

  for (const { of, members } of PROTOTYPE_MEMBERS) {
    const prototype = native(of)['prototype'] as Members;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      if (!members.has(name)) Reflect.deleteProperty(prototype, name);
    }
  }
  replaceMethods(native('String')['prototype'] as Members, native('Array')['prototype'] as Members);
  runInContext(
    'for (const name of Object.getOwnPropertyNames(globalThis)) if (name !== "globalThis") delete globalThis[name];',
    context,
  );
  runInContext('delete globalThis.globalThis', context);

  return {
    globals: {
      // Differs or unconfirmed: Array() as a function, Number(x) and String(x) are not in the guide.
      Array: namespace({}, []),
      JSON: jsonNamespace(native('JSON')),
      Number: namespace(native('Number'), NUMBER_STATICS),
      Object: namespace(native('Object'), OBJECT_STATICS),
      String: namespace(native('String'), STRING_STATICS),
    },
    mathFunctions: namespace(native('Math'), MATH_FUNCTIONS),
    evaluate: (text, filename) => new Script(text, { filename }).runInContext(context) as NativeFunction,
  };
}

/** Loses its prototype at the end: V8 looks members up by hash in objects that are made without one, with every call. */
function namespace(source: Members, names: readonly string[]): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const name of names) members[name] = source[name];
  return Object.setPrototypeOf(members, null) as Record<string, unknown>;
}

/** `JSON.parse` answers bad text with an empty string, since nothing can be caught. */
function jsonNamespace(native: Members): Record<string, unknown> {
  const parse = native['parse'] as NativeFunction;
  const members = namespace(native, ['stringify']);
  members['parse'] = (text: unknown): unknown => {
    try {
      return parse(text);
    } catch {
      return '';
    }
  };
  return members;
}

function replaceMethods(stringPrototype: Members, arrayPrototype: Members): void {
  const sort = arrayPrototype['sort'] as NativeFunction;
  define(
    stringPrototype,
    'replace',
    function (this: unknown, pattern: unknown, replacement: unknown): string {
      return replaceFirstMatch(String(this), String(pattern), String(replacement));
    },
  );
  define(
    stringPrototype,
    'replaceAll',
    function (this: unknown, pattern: unknown, replacement: unknown): string {
      return replaceAllMatches(String(this), String(pattern), String(replacement));
    },
  );
  // A comparator is refused when the code is loaded; one that slips through is not called.
  define(arrayPrototype, 'sort', function (this: unknown): unknown {
    return Reflect.apply(sort, this, []);
  });
}

function define(target: Members, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}
