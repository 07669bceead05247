/** SSM parameters and secrets: those of the assembly's resources, and those that the user gave, which go first. */
import type { SecretModel, SsmParameterModel } from '../model/app-model.ts';
import { isRecord } from '../model/is-record.ts';
import { isSecret } from '../model/is-secret.ts';
import { deriveId } from './derived-id.ts';
import type { ValueLookup } from './dynamic-references.ts';
import { generateSecret } from './generate-secret.ts';
import { resourceArn } from './resource-arn.ts';
import { physicalName } from './resource-names.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

export interface StoredValues extends ValueLookup {
  /** For functions that read them while they run. */
  ssmParameters(roots: readonly StackScope[]): readonly SsmParameterModel[];
  secrets(roots: readonly StackScope[]): readonly SecretModel[];
}

export interface GivenValues {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

interface Found {
  readonly scope: StackScope;
  readonly resource: TemplateResource;
}

/** @param roots - the scopes that are open by the time of a call */
export function createStoredValues(
  { parameters = {}, secrets = {} }: GivenValues,
  roots: () => Iterable<StackScope>,
): StoredValues {
  const toSsmModel = ({ scope, resource }: Found): SsmParameterModel => {
    const around = scope.surroundings(resource);
    const name = physicalName(resource, around);
    const type =
      readProperties(scope, resource).optionalText('Type') === 'StringList' ? 'StringList' : 'String';
    const value = parameters[name] ?? readProperties(scope, resource).optionalText('Value') ?? '';
    return { name, arn: resourceArn(resource, around), type, value };
  };
  const toSecretModel = ({ scope, resource }: Found): SecretModel => {
    const around = scope.surroundings(resource);
    const [name, arn] = [physicalName(resource, around), resourceArn(resource, around)];
    return { name, arn, value: secrets[name] ?? secrets[arn] ?? secretString({ scope, resource }) };
  };
  const crossRegionExport = (name: string): unknown =>
    find('Custom::CrossRegionExportWriter', roots(), ({ scope, resource }) => {
      const { exports } = readProperties(scope, resource).record('WriterProps');
      return isRecord(exports) ? exports[name] : undefined;
    });

  return {
    ssmParameter(name) {
      const given = parameters[name];
      if (given !== undefined) return given;
      const value =
        find('AWS::SSM::Parameter', roots(), ({ scope, resource }) =>
          physicalName(resource, scope.surroundings(resource)) === name
            ? toSsmModel({ scope, resource }).value
            : undefined,
        ) ?? crossRegionExport(name);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    },
    secret: (id) =>
      secrets[id] ??
      find('AWS::SecretsManager::Secret', roots(), (found) => {
        const model = toSecretModel(found);
        return isSecret(model, id) ? model.value : undefined;
      }),
    ssmParameters(selected) {
      const own = collect('AWS::SSM::Parameter', selected).map(toSsmModel);
      const others = Object.entries(parameters).filter(([name]) => own.every((each) => each.name !== name));
      const [root] = selected;
      const arnOf = (name: string): string =>
        `arn:aws:ssm:${root?.region ?? ''}:${root?.accountId ?? ''}:parameter/${name.replace(/^\//, '')}`;
      return [
        ...own,
        ...others.map(([name, value]) => ({ name, arn: arnOf(name), type: 'String', value }) as const),
      ];
    },
    secrets(selected) {
      const own = collect('AWS::SecretsManager::Secret', selected).map(toSecretModel);
      const others = Object.entries(secrets).filter(([id]) => !own.some((model) => isSecret(model, id)));
      const [root] = selected;
      return [...own, ...others.map(([id, value]) => givenSecret(id, value, root))];
    },
  };
}

function givenSecret(id: string, value: string, root: StackScope | undefined): SecretModel {
  const nameInArn = /:secret:(.+?)(?:-\w{6})?$/.exec(id)?.[1];
  if (nameInArn !== undefined) return { name: nameInArn, arn: id, value };
  const suffix = deriveId('secret', id).slice(0, 6);
  const arn = `arn:aws:secretsmanager:${root?.region ?? ''}:${root?.accountId ?? ''}:secret:${id}-${suffix}`;
  return { name: id, arn, value };
}

/** Generated values are the same on every start: they are derived from where the secret is in the template. */
function secretString({ scope, resource }: Found): string {
  const properties = readProperties(scope, resource);
  const given = properties.optionalText('SecretString');
  if (given !== undefined) return given;
  return generateSecret(
    properties.record('GenerateSecretString'),
    [scope.stackName, resource.logicalId].join('/'),
  );
}

function find<T>(
  type: string,
  roots: Iterable<StackScope>,
  pick: (found: Found) => T | undefined,
): T | undefined {
  for (const found of collect(type, roots)) {
    const picked = pick(found);
    if (picked !== undefined) return picked;
  }
  return undefined;
}

function collect(type: string, scopes: Iterable<StackScope>): readonly Found[] {
  return [...scopes].flatMap((scope) => [
    ...scope.resources.filter((resource) => resource.type === type).map((resource) => ({ scope, resource })),
    ...collect(type, scope.nested.values()),
  ]);
}
