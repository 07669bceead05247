/** `/_tributary/credentials`: what a developer signs with to call the API as a role or a user of the assembly. */
import type { LocalIdentity } from '../../authorization/index.ts';
import { LOCAL_ACCESS_KEY, LOCAL_SESSION } from '../../authorization/index.ts';

export interface CredentialDescription {
  readonly kind: 'developer' | 'role' | 'user';
  readonly name: string;
  /** Of the user, or of the role's session. */
  readonly arn?: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Sessions of AppSync and of functions are their own affair: they are left out. */
export function describeCredentials(identities: readonly LocalIdentity[]): readonly CredentialDescription[] {
  const own = identities.filter(
    ({ sessionName }) => sessionName === undefined || sessionName === LOCAL_SESSION,
  );
  return [
    { kind: 'developer', name: 'allowed everything', ...LOCAL_ACCESS_KEY },
    ...own.map(({ principal: { kind, name }, arn, credentials }) => ({ kind, name, arn, ...credentials })),
  ];
}
