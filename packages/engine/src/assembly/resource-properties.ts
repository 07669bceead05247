/** Typed access to the evaluated properties of a resource. */
import { isRecord } from '../model/is-record.ts';
import { AssemblyFault } from './load-assembly-options.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

export interface ResourceProperties {
  /** @throws AssemblyFault when it is missing */
  text(name: string): string;
  optionalText(name: string): string | undefined;
  /** CloudFormation lets numbers be written as text. */
  optionalNumber(name: string): number | undefined;
  record(name: string): Readonly<Record<string, unknown>>;
  list(name: string): readonly unknown[];
}

export function readProperties(scope: StackScope, resource: TemplateResource): ResourceProperties {
  const read = (name: string): unknown => scope.evaluate(resource.properties[name]);
  const optionalText = (name: string): string | undefined => {
    const value = read(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  return {
    optionalText,
    text(name) {
      const value = optionalText(name);
      if (value !== undefined) return value;
      throw new AssemblyFault(
        `Stack "${scope.stackName}": ${resource.type} "${resource.logicalId}" has no property "${name}".`,
      );
    },
    optionalNumber(name) {
      const value = optionalText(name);
      return value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value);
    },
    record(name) {
      const value = read(name);
      return isRecord(value) ? value : {};
    },
    list(name) {
      const value = read(name);
      return Array.isArray(value) ? (value as readonly unknown[]) : [];
    },
  };
}
