/** CloudFormation template reference, "Intrinsic functions": template value -> plain value. */
import { isRecord } from '../model/is-record.ts';
import { cidrBlocks } from './cidr-blocks.ts';
import { type DynamicValues, resolveDynamicReferences } from './dynamic-references.ts';
import { AssemblyFault } from './load-assembly-options.ts';

/** What the names in a template stand for. `undefined` means: no such name. */
export interface References extends DynamicValues {
  readonly region: string;
  readonly accountId: string;
  readonly mappings: Readonly<Record<string, unknown>>;
  readonly conditions: Readonly<Record<string, unknown>>;
  /** Parameters and resources; pseudo parameters are known here. */
  ref(name: string): unknown;
  getAtt(logicalId: string, attribute: string): unknown;
  importValue(exportName: string): unknown;
  stackOutput(stackName: string, outputName: string): unknown;
}

type Intrinsic = (argument: unknown, references: References) => unknown;

/**
 * Evaluates a value in depth. Members that come out as `AWS::NoValue` are left out, in lists too.
 * @throws AssemblyFault for references to what is not there
 */
export function evaluate(value: unknown, references: References): unknown {
  if (typeof value === 'string') return resolveDynamicReferences(value, references);
  if (Array.isArray(value)) {
    return value.map((item) => evaluate(item, references)).filter((item) => item !== undefined);
  }
  if (!isRecord(value)) return value;
  const [name, ...others] = Object.keys(value);
  const intrinsic = name === undefined || others.length > 0 ? undefined : INTRINSICS.get(name);
  if (name !== undefined && intrinsic !== undefined) {
    const result = intrinsic(value[name], references);
    // Dynamic references are often put together from parts.
    return typeof result === 'string' ? resolveDynamicReferences(result, references) : result;
  }
  const unknown = Object.keys(value).find((key) => /^Fn::(Transform|ForEach(::|$))/.test(key));
  if (unknown !== undefined) throw notExpanded(references, unknown);
  const entries = Object.entries(value).map(([key, member]) => [key, evaluate(member, references)] as const);
  return Object.fromEntries(entries.filter(([, member]) => member !== undefined));
}

/** Conditions: `Fn::Equals`, `Fn::And`, `Fn::Or`, `Fn::Not`, `{ Condition: name }`. */
export function evaluateCondition(value: unknown, references: References): boolean {
  if (isRecord(value) && typeof value['Condition'] === 'string') {
    const name = value['Condition'];
    if (!Object.hasOwn(references.conditions, name)) throw unknownName(references, 'condition', name);
    return evaluateCondition(references.conditions[name], references);
  }
  const result = evaluate(value, references);
  return result === true || result === 'true';
}

const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Ref', (argument, references) => evaluateRef(String(argument), references)],
  ['Fn::GetAtt', evaluateGetAtt],
  ['Fn::Sub', evaluateSub],
  ['Fn::Join', evaluateJoin],
  ['Fn::Split', evaluateSplit],
  ['Fn::Select', evaluateSelect],
  ['Fn::If', evaluateIf],
  ['Fn::Equals', (argument, references) => isEqual(asList(evaluate(argument, references)))],
  [
    'Fn::And',
    (argument, references) => asList(argument).every((item) => evaluateCondition(item, references)),
  ],
  ['Fn::Or', (argument, references) => asList(argument).some((item) => evaluateCondition(item, references))],
  ['Fn::Not', (argument, references) => !evaluateCondition(asList(argument)[0], references)],
  ['Fn::ImportValue', evaluateImportValue],
  ['Fn::GetStackOutput', evaluateGetStackOutput],
  ['Fn::FindInMap', evaluateFindInMap],
  [
    'Fn::Base64',
    (argument, references) => Buffer.from(text(evaluate(argument, references))).toString('base64'),
  ],
  ['Fn::ToJsonString', (argument, references) => JSON.stringify(evaluate(argument, references))],
  ['Fn::Length', (argument, references) => asList(evaluate(argument, references)).length],
  ['Fn::GetAZs', evaluateGetAZs],
  ['Fn::Cidr', evaluateCidr],
]);

function evaluateRef(name: string, references: References): unknown {
  switch (name) {
    case 'AWS::NoValue':
      return undefined;
    case 'AWS::Region':
      return references.region;
    case 'AWS::AccountId':
      return references.accountId;
    case 'AWS::Partition':
      return 'aws';
    case 'AWS::URLSuffix':
      return 'amazonaws.com';
    case 'AWS::StackName':
      return references.stackName;
    case 'AWS::StackId':
      return `arn:aws:cloudformation:${references.region}:${references.accountId}:stack/${references.stackName}/local`;
    case 'AWS::NotificationARNs':
      return [];
  }
  const value = references.ref(name);
  if (value === undefined) throw unknownName(references, 'parameter or resource', name);
  return value;
}

function evaluateGetAtt(argument: unknown, references: References): unknown {
  const parts =
    typeof argument === 'string' ? splitOnce(argument) : asList(evaluate(argument, references)).map(text);
  const [logicalId = '', attribute = ''] = parts;
  const value = references.getAtt(logicalId, attribute);
  if (value === undefined) throw unknownName(references, 'attribute', `${logicalId}.${attribute}`);
  return value;
}

function evaluateSub(argument: unknown, references: References): unknown {
  const [template, variables] = Array.isArray(argument) ? (argument as readonly unknown[]) : [argument];
  return text(template).replace(/\$\{(!?)([^}]+)\}/g, (_whole, escape: string, name: string) => {
    if (escape === '!') return `\${${name}}`;
    const trimmed = name.trim();
    if (isRecord(variables) && Object.hasOwn(variables, trimmed))
      return text(evaluate(variables[trimmed], references));
    if (trimmed.includes('.')) return text(evaluateGetAtt(trimmed, references));
    return text(evaluateRef(trimmed, references));
  });
}

function evaluateJoin(argument: unknown, references: References): string {
  const [separator, items] = asList(argument);
  return asList(evaluate(items, references)).map(text).join(text(separator));
}

function evaluateSplit(argument: unknown, references: References): readonly string[] {
  const [separator, source] = asList(argument);
  return text(evaluate(source, references)).split(text(separator));
}

function evaluateSelect(argument: unknown, references: References): unknown {
  const [index, items] = asList(argument);
  const list = asList(evaluate(items, references));
  const at = Number(evaluate(index, references));
  if (at in list) return list[at];
  throw new AssemblyFault(
    `Stack "${references.stackName}": Fn::Select can't find item ${at} in a list of ${list.length}.`,
  );
}

function evaluateIf(argument: unknown, references: References): unknown {
  const [condition, whenTrue, whenFalse] = asList(argument);
  return evaluate(evaluateCondition({ Condition: condition }, references) ? whenTrue : whenFalse, references);
}

function isEqual([left, right]: readonly unknown[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right) || String(left) === String(right);
}

function evaluateImportValue(argument: unknown, references: References): unknown {
  const name = text(evaluate(argument, references));
  const value = references.importValue(name);
  if (value === undefined) throw unknownName(references, 'export', name);
  return value;
}

function evaluateGetStackOutput(argument: unknown, references: References): unknown {
  const found = evaluate(argument, references);
  const { StackName: stackName, OutputName: outputName } = isRecord(found) ? found : {};
  const value = references.stackOutput(text(stackName), text(outputName));
  if (value === undefined)
    throw unknownName(references, 'stack output', `${text(stackName)}.${text(outputName)}`);
  return value;
}

function evaluateFindInMap(argument: unknown, references: References): unknown {
  const [mapName = '', first = '', second = ''] = asList(argument)
    .slice(0, 3)
    .map((part) => text(evaluate(part, references)));
  const map = references.mappings[mapName];
  const row = isRecord(map) ? map[first] : undefined;
  const value = isRecord(row) ? row[second] : undefined;
  if (value !== undefined) return evaluate(value, references);
  const options = asList(argument)[3];
  if (isRecord(options) && Object.hasOwn(options, 'DefaultValue'))
    return evaluate(options['DefaultValue'], references);
  throw unknownName(references, 'mapping', `${mapName}.${first}.${second}`);
}

/** Differs from AWS: every region has the zones a, b and c. */
function evaluateGetAZs(argument: unknown, references: References): readonly string[] {
  const given = text(evaluate(argument, references));
  const region = given === '' ? references.region : given;
  return ['a', 'b', 'c'].map((zone) => `${region}${zone}`);
}

function evaluateCidr(argument: unknown, references: References): readonly string[] {
  const [block, count, hostBits] = asList(evaluate(argument, references));
  return cidrBlocks(text(block), Number(count), Number(hostBits));
}

function notExpanded({ stackName }: References, name: string): AssemblyFault {
  return new AssemblyFault(
    `Stack "${stackName}" uses ${name}, which CloudFormation expands when it deploys. Write the value out, or include the processed template.`,
  );
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function splitOnce(path: string): readonly string[] {
  const dot = path.indexOf('.');
  return dot === -1 ? [path] : [path.slice(0, dot), path.slice(dot + 1)];
}

function unknownName(references: References, kind: string, name: string): AssemblyFault {
  return new AssemblyFault(
    `Stack "${references.stackName}" refers to the ${kind} "${name}", which does not exist.`,
  );
}
