/** Who may read what, as data: the schema is written from it, and what a caller gets is predicted from it. */
import type { Caller } from '../../src/execution/contract.ts';
import type { AuthenticationType } from '../../src/model/app-model.ts';

export interface Grant {
  readonly mode: AuthenticationType;
  readonly groups?: readonly string[];
}

/** None: what holds for the type, and for a type the default mode. */
export type Grants = readonly Grant[];

export const MODES: readonly AuthenticationType[] = [
  'API_KEY',
  'AWS_IAM',
  'OPENID_CONNECT',
  'AWS_LAMBDA',
  'AMAZON_COGNITO_USER_POOLS',
];

const pool = (...groups: readonly string[]): Grant => ({ mode: 'AMAZON_COGNITO_USER_POOLS', groups });

/** Every directive alone, groups, alternatives of several kinds. */
export const GRANT_SETS: readonly Grants[] = [
  [],
  ...MODES.map((mode) => [{ mode }]),
  [pool('Admins')],
  [pool('Admins', 'Editors')],
  [pool()],
  [{ mode: 'API_KEY' }, { mode: 'AWS_IAM' }],
  [{ mode: 'AWS_LAMBDA' }, pool('Editors')],
  MODES.map((mode) => ({ mode })),
];

export const EVERYONE: Grants = MODES.map((mode) => ({ mode }));

const DIRECTIVES: Readonly<Record<AuthenticationType, string>> = {
  API_KEY: 'aws_api_key',
  AWS_IAM: 'aws_iam',
  OPENID_CONNECT: 'aws_oidc',
  AWS_LAMBDA: 'aws_lambda',
  AMAZON_COGNITO_USER_POOLS: 'aws_cognito_user_pools',
};

export function toDirectives(grants: Grants): string {
  return grants
    .map(({ mode, groups }) => {
      const list = groups === undefined ? '' : `(cognito_groups: ${JSON.stringify(groups)})`;
      return `@${DIRECTIVES[mode]}${list}`;
    })
    .join(' ');
}

export interface TestCaller {
  readonly name: string;
  readonly mode: AuthenticationType;
  readonly groups: readonly string[];
  readonly deniedFields: readonly string[];
}

const caller = (name: string, mode: AuthenticationType, more: Partial<TestCaller> = {}): TestCaller => ({
  name,
  mode,
  groups: [],
  deniedFields: [],
  ...more,
});

/** `T11` and its like open to everyone: only the list closes these fields. */
const DENIED = ['T11.f11', 'T0.f11', 'Query.r11', 'Mutation.m11', 'Subscription.s11'];

export const CALLERS: readonly TestCaller[] = [
  caller('a key', 'API_KEY'),
  caller('a signer', 'AWS_IAM'),
  caller('a signer with denied fields', 'AWS_IAM', { deniedFields: DENIED }),
  caller('an OpenID Connect user', 'OPENID_CONNECT'),
  caller('a token', 'AWS_LAMBDA'),
  caller('a token with denied fields', 'AWS_LAMBDA', { deniedFields: DENIED }),
  caller('a pool user', 'AMAZON_COGNITO_USER_POOLS'),
  caller('an admin', 'AMAZON_COGNITO_USER_POOLS', { groups: ['Admins'] }),
  caller('an editor', 'AMAZON_COGNITO_USER_POOLS', { groups: ['Others', 'Editors'] }),
  caller('one of another group', 'AMAZON_COGNITO_USER_POOLS', { groups: ['admins', 'Admin'] }),
];

/** As the modes give it to the executor. Groups in claims of other issuers must not count. */
export function toCaller({ mode, groups, deniedFields }: TestCaller): Caller {
  const identities: Readonly<Record<AuthenticationType, unknown>> = {
    API_KEY: null,
    AWS_IAM: { username: 'AROA:x', userArn: 'arn:aws:sts::1:assumed-role/x/y' },
    OPENID_CONNECT: { sub: 's', issuer: 'i', claims: { 'cognito:groups': ['Admins', 'Editors'] } },
    AWS_LAMBDA: { resolverContext: { groups: 'Admins' } },
    AMAZON_COGNITO_USER_POOLS: { sub: 's', groups: groups.length > 0 ? groups : null },
  };
  return { authenticationType: mode, identity: identities[mode], deniedFields };
}

/** The prediction. AppSync developer guide, "Using additional authorization modes". */
export function mayRead(
  { mode, groups, deniedFields }: TestCaller,
  field: { readonly path: string; readonly type: Grants; readonly own: Grants; readonly fallback: Grants },
): boolean {
  if (deniedFields.includes(field.path)) return false;
  const holding = [field.own, field.type, field.fallback].find(({ length }) => length > 0) ?? [];
  return holding.some(
    (grant) =>
      grant.mode === mode &&
      (grant.groups === undefined || grant.groups.some((group) => groups.includes(group))),
  );
}
