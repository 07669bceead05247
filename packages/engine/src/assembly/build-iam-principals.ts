/** AWS::IAM::Role and AWS::IAM::User with every policy of the assembly that is attached to them, from either side. */
import type { IamPrincipalModel } from '../model/app-model.ts';
import { isRecord } from '../model/is-record.ts';
import type { ScopedResource } from './build-api.ts';
import { AssemblyFault } from './load-assembly-options.ts';
import { resourceArn } from './resource-arn.ts';
import { physicalName } from './resource-names.ts';
import { readProperties } from './resource-properties.ts';

type PolicyDocument = Readonly<Record<string, unknown>>;

/** A policy that is a resource of its own, and the names of those that it says it is attached to. */
interface AttachedPolicy {
  readonly arn: string | undefined;
  readonly document: PolicyDocument | undefined;
  readonly roles: readonly string[];
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

const POLICY_TYPES: ReadonlySet<string> = new Set([
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
]);

/** @param all - every resource of the selected stacks: policies may live in other stacks than their principals */
export function buildIamPrincipals(all: readonly ScopedResource[]): readonly IamPrincipalModel[] {
  const ofType = (type: string): readonly ScopedResource[] =>
    all.filter(({ resource }) => resource.type === type);
  const attached = all.filter(({ resource }) => POLICY_TYPES.has(resource.type)).map(readAttachedPolicy);
  const roles = ofType('AWS::IAM::Role').map((role) => {
    const name = nameOf(role);
    return buildPrincipal('role', [role], { attached, isAttached: ({ roles: to }) => to.includes(name) });
  });
  const groups = ofType('AWS::IAM::Group');
  const additions = ofType('AWS::IAM::UserToGroupAddition');
  const users = ofType('AWS::IAM::User').map((user) => {
    const name = nameOf(user);
    const own = new Set([...texts(user, 'Groups'), ...groupsOf(name, additions)]);
    const memberships = groups.filter((group) => own.has(nameOf(group)));
    return buildPrincipal('user', [user, ...memberships], {
      attached,
      isAttached: ({ users: to, groups: via }) => to.includes(name) || via.some((group) => own.has(group)),
    });
  });
  return [...roles, ...users];
}

/** @param holders - the principal itself, and behind it the groups whose policies it has */
function buildPrincipal(
  kind: IamPrincipalModel['kind'],
  holders: readonly [ScopedResource, ...ScopedResource[]],
  {
    attached,
    isAttached,
  }: {
    readonly attached: readonly AttachedPolicy[];
    readonly isAttached: (policy: AttachedPolicy) => boolean;
  },
): IamPrincipalModel {
  const [self] = holders;
  const named = new Set(holders.flatMap((holder) => texts(holder, 'ManagedPolicyArns')));
  const resources = attached.filter(
    (policy) => isAttached(policy) || (policy.arn !== undefined && named.has(policy.arn)),
  );
  const known = new Set(attached.flatMap(({ arn }) => arn ?? []));
  const boundaryArn = readProperties(self.scope, self.resource).optionalText('PermissionsBoundary');
  const boundary = attached.find(({ arn }) => arn !== undefined && arn === boundaryArn)?.document;
  const documents = [...holders.flatMap(inlineDocuments), ...resources.map(({ document }) => document)];
  return {
    kind,
    name: nameOf(self),
    arn: resourceArn(self.resource, self.scope.surroundings(self.resource)),
    policies: documents.filter((document) => document !== undefined),
    unknownPolicies: [
      ...[...named].filter((arn) => !known.has(arn)),
      ...(documents.includes(undefined) ? [UNREADABLE_POLICY] : []),
    ],
    ...(boundary === undefined ? {} : { boundary }),
  };
}

function readAttachedPolicy(policy: ScopedResource): AttachedPolicy {
  const { scope, resource } = policy;
  const isManaged = resource.type === 'AWS::IAM::ManagedPolicy';
  return {
    arn: isManaged ? resourceArn(resource, scope.surroundings(resource)) : undefined,
    document: readDocument(policy, resource.properties['PolicyDocument']),
    roles: [...texts(policy, 'Roles'), ...texts(policy, 'RoleName')],
    users: [...texts(policy, 'Users'), ...texts(policy, 'UserName')],
    groups: [...texts(policy, 'Groups'), ...texts(policy, 'GroupName')],
  };
}

function inlineDocuments(holder: ScopedResource): readonly (PolicyDocument | undefined)[] {
  const policies = holder.resource.properties['Policies'];
  if (!Array.isArray(policies)) return [];
  return policies.map((policy) =>
    readDocument(holder, isRecord(policy) ? policy['PolicyDocument'] : undefined),
  );
}

/** Stands for a document that names what the engine can't resolve: it must not keep the application from running. */
const UNREADABLE_POLICY = 'a policy of this assembly that refers to something outside of it';

/** @returns undefined for what can't be resolved */
function readDocument({ scope }: ScopedResource, document: unknown): PolicyDocument | undefined {
  try {
    const value = scope.evaluate(document);
    return isRecord(value) ? value : undefined;
  } catch (fault) {
    if (fault instanceof AssemblyFault) return undefined;
    throw fault;
  }
}

function groupsOf(userName: string, additions: readonly ScopedResource[]): readonly string[] {
  return additions
    .filter((addition) => texts(addition, 'Users').includes(userName))
    .flatMap((addition) => texts(addition, 'GroupName'));
}

/** A property that is one text or a list of them. */
function texts({ scope, resource }: ScopedResource, property: string): readonly string[] {
  const value = scope.evaluate(resource.properties[property]);
  return [value].flat().filter((item): item is string => typeof item === 'string');
}

function nameOf({ scope, resource }: ScopedResource): string {
  return physicalName(resource, scope.surroundings(resource));
}
