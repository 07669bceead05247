import type {
  EventBusModel,
  EventRuleModel,
  EventTargetInput,
  EventTargetModel,
} from '../model/app-model.ts';
import { isRecord } from '../model/is-record.ts';
import { resourceArn } from './resource-arn.ts';
import { physicalName } from './resource-names.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

/** AWS::Events::EventBus */
export function buildEventBus(scope: StackScope, resource: TemplateResource): EventBusModel {
  const around = scope.surroundings(resource);
  return { name: physicalName(resource, around), arn: resourceArn(resource, around) };
}

/**
 * AWS::Events::Rule
 * @returns undefined for rules that only have a schedule
 */
export function buildEventRule(scope: StackScope, resource: TemplateResource): EventRuleModel | undefined {
  const properties = readProperties(scope, resource);
  const eventPattern = properties.record('EventPattern');
  if (Object.keys(eventPattern).length === 0) return undefined;
  const around = scope.surroundings(resource);
  return {
    name: physicalName(resource, around),
    arn: resourceArn(resource, around),
    eventBusName: busNameOf(properties.optionalText('EventBusName') ?? 'default'),
    isEnabled: properties.optionalText('State') !== 'DISABLED',
    eventPattern,
    targets: properties.list('Targets').filter(isRecord).map(toTarget),
  };
}

/** The property holds a name or an ARN. */
function busNameOf(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn.slice(nameOrArn.indexOf('/') + 1) : nameOrArn;
}

function toTarget(target: Readonly<Record<string, unknown>>): EventTargetModel {
  return { id: String(target['Id']), arn: String(target['Arn']), input: toInput(target) };
}

function toInput({
  Input,
  InputPath,
  InputTransformer,
}: Readonly<Record<string, unknown>>): EventTargetInput {
  if (typeof Input === 'string') return { kind: 'constant', json: Input };
  if (typeof InputPath === 'string') return { kind: 'path', path: InputPath };
  if (!isRecord(InputTransformer)) return { kind: 'event' };
  const paths = isRecord(InputTransformer['InputPathsMap']) ? InputTransformer['InputPathsMap'] : {};
  return {
    kind: 'transformer',
    paths: Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, String(path)])),
    template: String(InputTransformer['InputTemplate']),
  };
}
