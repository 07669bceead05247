/** Everything that resolver code can import or use as a global of AppSync. */
import type { LibraryShape } from '../check/module-rules.ts';
import { CORE_MODULE } from '../check/module-rules.ts';
import { isRecord } from '../../model/is-record.ts';
import { aiModule } from '../modules/ai-module.ts';
import { dynamoDbModule } from '../modules/dynamodb-module.ts';
import { rdsModule } from '../modules/rds-module.ts';
import { buildUtil } from './build-util.ts';
import { earlyReturn } from './early-return.ts';
import { buildExtensions } from './extensions.ts';
import type { LibraryEnvironment } from './library-environment.ts';

export interface Library {
  /** `util`, `extensions` and `runtime`. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** Exports by import specifier. */
  readonly modules: Readonly<Record<string, unknown>>;
}

export function buildLibrary(environment: LibraryEnvironment): Library {
  const globals = {
    util: buildUtil(environment),
    extensions: buildExtensions(environment.currentCall),
    runtime: { earlyReturn },
  };
  const modules = {
    [CORE_MODULE]: globals,
    [`${CORE_MODULE}/dynamodb`]: dynamoDbModule,
    [`${CORE_MODULE}/rds`]: rdsModule,
    [`${CORE_MODULE}/ai`]: aiModule,
  };
  return { globals, modules };
}

/** The names in the library's modules, for the checks. */
export function libraryShape({ modules }: Library): LibraryShape {
  return shapeOf(modules);
}

function shapeOf(members: Readonly<Record<string, unknown>>): LibraryShape {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, isRecord(member) ? shapeOf(member) : null]),
  );
}
