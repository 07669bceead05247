/** A CloudFormation template as data, unevaluated. */
import { isRecord } from '../model/is-record.ts';

export interface TemplateResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Name of the condition that it is created under. */
  readonly condition: string | undefined;
}

export interface Template {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly mappings: Readonly<Record<string, unknown>>;
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly resources: ReadonlyMap<string, TemplateResource>;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Macros and loops that CloudFormation expands when it deploys, e.g. `AWS::Serverless-2016-10-31`. */
  readonly unexpanded: readonly string[];
}

/** Its functions are evaluated here as well; only its loops are not. */
const KNOWN_TRANSFORM = 'AWS::LanguageExtensions';

export function parseTemplate(value: Readonly<Record<string, unknown>>): Template {
  return {
    parameters: section(value, 'Parameters'),
    mappings: section(value, 'Mappings'),
    conditions: section(value, 'Conditions'),
    outputs: section(value, 'Outputs'),
    unexpanded: findUnexpanded(value),
    resources: new Map(
      Object.entries(section(value, 'Resources')).flatMap(([logicalId, resource]) =>
        isRecord(resource) ? [[logicalId, toResource(logicalId, resource)] as const] : [],
      ),
    ),
  };
}

function findUnexpanded(value: Readonly<Record<string, unknown>>): readonly string[] {
  const { Transform: transform } = value;
  const macros = (Array.isArray(transform) ? transform : [transform]).map((each: unknown) =>
    isRecord(each) ? each['Name'] : each,
  );
  const keys = ['Resources', 'Conditions', 'Outputs'].flatMap((name) => Object.keys(section(value, name)));
  return [
    ...macros.filter((name): name is string => typeof name === 'string' && name !== KNOWN_TRANSFORM),
    ...keys.filter((key) => key.startsWith('Fn::')),
  ];
}

function toResource(logicalId: string, resource: Readonly<Record<string, unknown>>): TemplateResource {
  const { Type: type, Condition: condition } = resource;
  return {
    logicalId,
    type: typeof type === 'string' ? type : '',
    properties: section(resource, 'Properties'),
    metadata: section(resource, 'Metadata'),
    condition: typeof condition === 'string' ? condition : undefined,
  };
}

function section(value: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const found = value[name];
  return isRecord(found) ? found : {};
}
