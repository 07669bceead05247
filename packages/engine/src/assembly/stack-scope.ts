/** One stack during evaluation: its template, its parameters, and what references in it resolve to. */
import { isRecord } from '../model/is-record.ts';
import { AssemblyFault } from './load-assembly-options.ts';
import { type ValueLookup, failMissingParameter } from './dynamic-references.ts';
import { type References, evaluate, evaluateCondition } from './evaluate.ts';
import type { AssetPaths } from './read-assets.ts';
import { resourceAttribute, resourceRef } from './resource-attributes.ts';
import type { ResourceSurroundings } from './resource-names.ts';
import type { Template, TemplateResource } from './template.ts';

export interface StackScope {
  readonly stackName: string;
  readonly region: string;
  readonly accountId: string;
  /** Folder that asset paths in metadata are relative to. */
  readonly directory: string;
  readonly assets: AssetPaths;
  /** Resources whose condition holds. */
  readonly resources: readonly TemplateResource[];
  /** @throws AssemblyFault */
  evaluate(value: unknown): unknown;
  surroundings(resource: TemplateResource): ResourceSurroundings;
  /** undefined when the stack has no such output, or its condition does not hold. */
  output(name: string): unknown;
  /** Value of the output that is exported under the name. */
  exported(exportName: string): unknown;
  /** Macros that only CloudFormation expands; a stack with some can't be run. */
  readonly unexpanded: readonly string[];
  /** By logical id of the AWS::CloudFormation::Stack resource. */
  readonly nested: Map<string, StackScope>;
}

export interface StackScopeOptions {
  readonly stackName: string;
  readonly region: string;
  readonly accountId: string;
  readonly directory: string;
  readonly apiUrl: string;
  readonly template: Template;
  readonly assets: AssetPaths;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Looks in all stacks of the assembly. */
  readonly importValue: (exportName: string) => unknown;
  readonly stackOutput: (stackName: string, outputName: string) => unknown;
  readonly values: ValueLookup;
  /** Template parameters that the user gave, before all others. */
  readonly givenParameters: Readonly<Record<string, string>>;
}

export function createStackScope(options: StackScopeOptions): StackScope {
  const { template, stackName, region, accountId } = options;
  const nested = new Map<string, StackScope>();

  const references: References = {
    stackName,
    region,
    accountId,
    mappings: template.mappings,
    conditions: template.conditions,
    importValue: options.importValue,
    stackOutput: options.stackOutput,
    ssmParameter: options.values.ssmParameter,
    secret: options.values.secret,
    ref(name) {
      if (Object.hasOwn(template.parameters, name)) return parameterValue(name);
      const resource = template.resources.get(name);
      return resource === undefined ? undefined : resourceRef(resource, surroundings(resource));
    },
    getAtt(logicalId, attribute) {
      const resource = template.resources.get(logicalId);
      if (resource === undefined) return undefined;
      const outputName = /^Outputs\.(.+)$/.exec(attribute)?.[1];
      if (outputName !== undefined) return nested.get(logicalId)?.output(outputName);
      if (resource.type === CROSS_REGION_READER) return options.values.ssmParameter(attribute);
      return resourceAttribute(resource, attribute, surroundings(resource));
    },
  };

  const parameterValue = (name: string): unknown => {
    const parameter = template.parameters[name];
    const { givenParameters } = options;
    const given =
      givenParameters[`${stackName}:${name}`] ?? givenParameters[name] ?? options.parameters[name];
    const value = given ?? (isRecord(parameter) ? parameter['Default'] : undefined);
    if (value === undefined) {
      throw new AssemblyFault(
        `Stack "${stackName}": the template parameter "${name}" has no default and no value. ` +
          `Give it: --parameter ${name}=VALUE, or under "parameters" in the file of --values.`,
      );
    }
    const type = isRecord(parameter) ? String(parameter['Type']) : 'String';
    if (typeof value !== 'string') return value;
    const ssmType = /^AWS::SSM::Parameter::Value<(.+)>$/.exec(type)?.[1];
    if (ssmType === undefined) return parseParameter(value, type);
    const stored = options.values.ssmParameter(value) ?? failMissingParameter(value, { stackName });
    return parseParameter(stored, ssmType);
  };

  const surroundings = (resource: TemplateResource): ResourceSurroundings => ({
    stackName,
    region,
    accountId,
    apiUrl: options.apiUrl,
    property(name) {
      const value = evaluate(resource.properties[name], references);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    },
  });

  const holds = (condition: unknown): boolean =>
    typeof condition !== 'string' || evaluateCondition({ Condition: condition }, references);

  const output = (name: string): unknown => {
    const found = template.outputs[name];
    return isRecord(found) && holds(found['Condition']) ? evaluate(found['Value'], references) : undefined;
  };

  return {
    stackName,
    region,
    accountId,
    directory: options.directory,
    assets: options.assets,
    unexpanded: template.unexpanded,
    resources: [...template.resources.values()].filter((resource) => holds(resource.condition)),
    evaluate: (value) => evaluate(value, references),
    surroundings,
    output,
    exported(exportName) {
      for (const [name, found] of Object.entries(template.outputs)) {
        if (!isRecord(found) || !isRecord(found['Export'])) continue;
        if (evaluate(found['Export']['Name'], references) === exportName) return output(name);
      }
      return undefined;
    },
    nested,
  };
}

/** The CDK's `crossRegionReferences`: its attributes are parameters that the writer of another stack makes. */
const CROSS_REGION_READER = 'Custom::CrossRegionExportReader';

function parseParameter(value: string, type: string): unknown {
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  return isList ? value.split(',').map((item) => item.trim()) : value;
}
