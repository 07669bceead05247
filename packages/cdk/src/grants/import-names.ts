/** Reads which names a bundled ES module imports from a package; bundlers keep one `import` statement for each. */

export interface ImportedNames {
  /** Names as the package exports them. */
  readonly names: readonly string[];
  /** Local names of `import * as name`: any export of the package may be in use. */
  readonly namespaces: readonly string[];
}

/**
 * Collects the imports of packages that match `packagePattern`.
 * @param code - an ES module as a bundler prints it
 * @param packagePattern - regular expression source for the module specifier
 */
export function collectImportedNames(code: string, packagePattern: string): ImportedNames {
  const specifier = `from\\s*["'](?:${packagePattern})["']`;
  const named = [...code.matchAll(new RegExp(`import\\s*\\{([^}]*)\\}\\s*${specifier}`, 'g'))];
  const namespaces = [...code.matchAll(new RegExp(`import\\s*\\*\\s*as\\s+(\\w+)\\s*${specifier}`, 'g'))];
  const names = named
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((part) => part.trim().split(/\s+as\s+/)[0] ?? '')
    .filter((name) => name !== '');
  return { names, namespaces: namespaces.flatMap((match) => match[1] ?? []) };
}
