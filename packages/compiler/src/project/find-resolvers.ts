/** Hand-written resolvers of a folder: `Type.field.ts`, or a folder `Type.field/` of numbered functions. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface FoundResolver {
  readonly kind: 'unit' | 'pipeline';
  readonly typeName: string;
  readonly fieldName: string;
  /** Absolute paths in order; one for a unit resolver. */
  readonly files: readonly string[];
}

const COORDINATE = /^([A-Za-z_]\w*)\.([A-Za-z_]\w*)$/;
const MODULE = /\.(?:ts|js)$/;
const TEST = /\.test\.(?:ts|js)$/;

/** @returns resolvers sorted by coordinate; empty when the folder does not exist */
export function findResolvers(directory: string): FoundResolver[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): FoundResolver[] => {
      const [, typeName, fieldName] = COORDINATE.exec(entry.name.replace(MODULE, '')) ?? [];
      if (typeName === undefined || fieldName === undefined || TEST.test(entry.name)) return [];
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        return [{ kind: 'pipeline', typeName, fieldName, files: numberedFunctions(path) }];
      }
      return MODULE.test(entry.name) ? [{ kind: 'unit', typeName, fieldName, files: [path] }] : [];
    });
}

/** `1-get.ts`, `2-remove.ts`, ... by number. */
function numberedFunctions(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => /^\d+-/.test(name) && MODULE.test(name) && !TEST.test(name))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((name) => join(directory, name));
}
