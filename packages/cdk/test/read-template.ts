/** Typed views on a synthesized template for assertions. */
import type { Template } from 'aws-cdk-lib/assertions';

export interface TemplateResource {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly string[];
}

export interface PolicyStatement {
  readonly policyId: string;
  readonly Action: unknown;
  readonly Resource: unknown;
}

export function resourcesOf(template: Template, type: string): readonly TemplateResource[] {
  const found: unknown = template.findResources(type);
  return Object.entries(toRecord(found)).map(([id, value]) => {
    const resource = toRecord(value);
    return {
      id,
      properties: toRecord(resource['Properties']),
      metadata: toRecord(resource['Metadata']),
      dependsOn: toList(resource['DependsOn']).map(String),
    };
  });
}

/** The statements of all policies of a template, in its order. */
export function statementsOf(template: Template): readonly PolicyStatement[] {
  return resourcesOf(template, 'AWS::IAM::Policy').flatMap(({ id, properties }) =>
    toList(toRecord(properties['PolicyDocument'])['Statement']).map((value) => {
      const { Action, Resource } = toRecord(value);
      return { policyId: id, Action, Resource };
    }),
  );
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function toList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}
