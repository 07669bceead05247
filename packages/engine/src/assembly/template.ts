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
}

export function parseTemplate(value: Readonly<Record<string, unknown>>): Template {
  return {
    parameters: section(value, 'Parameters'),
    mappings: section(value, 'Mappings'),
    conditions: section(value, 'Conditions'),
    outputs: section(value, 'Outputs'),
    resources: new Map(
      Object.entries(section(value, 'Resources')).flatMap(([logicalId, resource]) =>
        isRecord(resource) ? [[logicalId, toResource(logicalId, resource)] as const] : [],
      ),
    ),
  };
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
