import { readFile } from 'node:fs/promises';
import { AssemblyFault } from './load-assembly-options.ts';
import { findAsset } from './read-assets.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

/**
 * Text that a resource has inline in one property or as an `s3://` location in another; undefined when it has neither.
 * @throws AssemblyFault when the location is not an asset of the assembly
 */
export async function readTextAsset(
  scope: StackScope,
  resource: TemplateResource,
  names: { readonly inline: string; readonly location: string },
): Promise<string | undefined> {
  const properties = readProperties(scope, resource);
  const inline = properties.optionalText(names.inline);
  const location = properties.optionalText(names.location);
  if (inline !== undefined || location === undefined) return inline;
  const path = findAsset(scope.assets, location);
  if (path === undefined) {
    throw new AssemblyFault(
      `Stack "${scope.stackName}": ${names.location} of "${resource.logicalId}" is not an asset of this assembly: ${location}`,
    );
  }
  return readFile(path, 'utf8');
}
