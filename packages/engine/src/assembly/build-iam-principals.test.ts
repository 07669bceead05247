import { describe, expect, it } from 'vitest';
import { loadAssembly } from './load-assembly.ts';
import { writeAssembly } from './testing/write-assembly.ts';

const document = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
});
const ref = (logicalId: string) => ({ Ref: logicalId });
const iam = (type: string, Properties: Readonly<Record<string, unknown>>) => ({
  Type: `AWS::IAM::${type}`,
  Properties,
});

async function principals(Resources: Readonly<Record<string, unknown>>) {
  const directory = await writeAssembly({ Access: { template: { Resources } } });
  const result = await loadAssembly({ directory, apiUrl: 'http://127.0.0.1:4000' });
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return new Map((result.model.principals ?? []).map((principal) => [principal.name, principal]));
}

const actionsOf = (documents: readonly Readonly<Record<string, unknown>>[] | undefined) =>
  (documents ?? []).flatMap(({ Statement }) =>
    (Statement as { Action: string }[]).map(({ Action }) => Action),
  );

describe('AWS::IAM', () => {
  it('gives a role its inline policies, those that name it, and those that it names', async () => {
    const found = await principals({
      Role: iam('Role', {
        Policies: [{ PolicyName: 'inline', PolicyDocument: document('a:Inline') }],
        ManagedPolicyArns: [
          ref('Named'),
          {
            'Fn::Join': ['', ['arn:', ref('AWS::Partition'), ':iam::aws:policy/ReadOnlyAccess']],
          },
        ],
        PermissionsBoundary: ref('Boundary'),
      }),
      Other: iam('Role', { RoleName: 'chosen' }),
      Attached: iam('Policy', { PolicyDocument: document('a:Attached'), Roles: [ref('Role')] }),
      One: iam('RolePolicy', { PolicyDocument: document('a:One'), RoleName: ref('Role') }),
      Named: iam('ManagedPolicy', { PolicyDocument: document('a:Named') }),
      Naming: iam('ManagedPolicy', { PolicyDocument: document('a:Naming'), Roles: [ref('Role')] }),
      Boundary: iam('ManagedPolicy', { PolicyDocument: document('a:Boundary') }),
    });
    const role = found.get('Access-Role');
    expect(role).toMatchObject({ kind: 'role', arn: 'arn:aws:iam::000000000000:role/Access-Role' });
    expect(actionsOf(role?.policies).toSorted()).toEqual([
      'a:Attached',
      'a:Inline',
      'a:Named',
      'a:Naming',
      'a:One',
    ]);
    expect(role?.unknownPolicies).toEqual(['arn:aws:iam::aws:policy/ReadOnlyAccess']);
    expect(role?.boundary).toEqual(document('a:Boundary'));
    expect(found.get('chosen')).toMatchObject({ policies: [], unknownPolicies: [] });
    expect(found.get('chosen')).not.toHaveProperty('boundary');
  });

  it('gives a user the policies of its groups', async () => {
    const found = await principals({
      Ann: iam('User', { UserName: 'ann', Groups: [ref('Staff')] }),
      Bea: iam('User', { Policies: [{ PolicyName: 'own', PolicyDocument: document('a:Own') }] }),
      Staff: iam('Group', { Policies: [{ PolicyName: 'staff', PolicyDocument: document('a:Staff') }] }),
      Admins: iam('Group', { GroupName: 'admins' }),
      ForAdmins: iam('Policy', { PolicyDocument: document('a:Admin'), Groups: [ref('Admins')] }),
      Addition: iam('UserToGroupAddition', { GroupName: ref('Admins'), Users: [ref('Bea')] }),
    });
    expect(actionsOf(found.get('ann')?.policies)).toEqual(['a:Staff']);
    expect(actionsOf(found.get('Access-Bea')?.policies)).toEqual(['a:Own', 'a:Admin']);
    expect(found.get('ann')?.arn).toBe('arn:aws:iam::000000000000:user/ann');
  });

  it('counts a policy that can not be resolved as unknown', async () => {
    const broken = {
      Statement: [{ Effect: 'Allow', Action: 'a:B', Resource: { 'Fn::ImportValue': 'nowhere' } }],
    };
    const found = await principals({
      Role: iam('Role', { Policies: [{ PolicyName: 'broken', PolicyDocument: broken }] }),
    });
    expect(found.get('Access-Role')).toMatchObject({
      policies: [],
      unknownPolicies: ['a policy of this assembly that refers to something outside of it'],
    });
  });
});
