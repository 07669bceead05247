/** From a checked module to a function that evaluates it afresh and returns its handlers. */
import type { ResolverContext } from '../contract.ts';
import type { CodePlaces } from '../sandbox/code-position.ts';
import { createCodePlaces } from '../sandbox/code-position.ts';
import type { Realm } from '../sandbox/realm.ts';
import type { CheckedModule, SupportNames } from './instrument-module.ts';
import { instrumentModule } from './instrument-module.ts';
import { isStateless } from './state/is-stateless.ts';

export type Handler = (context: ResolverContext) => unknown;

export interface CompiledModule {
  readonly exports: ReadonlySet<string>;
  readonly places: CodePlaces;
  /** Binds the module to its surroundings; the result gives the exports of an instance that no call has left a trace in. */
  bind(surroundings: Surroundings): () => Readonly<Record<string, Handler>>;
}

export interface Surroundings {
  readonly globals: Readonly<Record<string, unknown>>;
  readonly modules: Readonly<Record<string, unknown>>;
  readonly support: object;
}

export interface CompileInput {
  readonly module: CheckedModule;
  /** Shown in stack traces. */
  readonly filename: string;
  readonly realm: Realm;
}

/** Names of the globals that every module sees. */
export const GLOBAL_NAMES: readonly string[] = [
  'Array',
  'JSON',
  'Math',
  'Number',
  'Object',
  'String',
  'console',
  'extensions',
  'runtime',
  'util',
];

/**
 * The text has three levels: globals and support are parameters, imports are bound once, and the body is run
 * for every call, since no state of a module survives a call on AppSync; or once, where it can't have any.
 */
export function compileModule({ module, filename, realm }: CompileInput): CompiledModule {
  const { code } = module;
  const names = supportNames(code);
  const { body, imports, exports, callStarts } = instrumentModule(module, names);
  const head =
    `(function (${[names.support, names.modules, ...GLOBAL_NAMES].join(', ')}) { "use strict"; ` +
    `return (function () {\n${imports}\nreturn function () {\n`;
  const handlers = [...exports].map(([exported, local]) => `${JSON.stringify(exported)}: ${local}`);
  const generated = `${head}${body.text}\nreturn { ${handlers.join(', ')} };\n}; })(); })`;
  const bindModule = realm.evaluate(generated, filename);
  return {
    exports: new Set(exports.keys()),
    places: createCodePlaces({ code, generated, body, callStarts, bodyStart: head.length, filename }),
    bind({ globals, modules, support }) {
      const values = GLOBAL_NAMES.map((name) => globals[name]);
      const instantiate = bindModule(support, modules, ...values) as () => Readonly<Record<string, Handler>>;
      return isStateless(module) ? once(instantiate) : instantiate;
    },
  };
}

function once<Instance>(create: () => Instance): () => Instance {
  let instance: Instance | undefined;
  return () => (instance ??= create());
}

/** Names that the user's code does not contain. */
function supportNames(code: string): SupportNames {
  let suffix = '';
  while (
    code.includes(`$support${suffix}`) ||
    code.includes(`$modules${suffix}`) ||
    code.includes(`$count${suffix}`)
  ) {
    suffix += '$';
  }
  return { support: `$support${suffix}`, modules: `$modules${suffix}`, counter: `$count${suffix}` };
}
