interface AmplifyOutputs {
  readonly auth: { readonly user_pool_id: string; readonly user_pool_client_id: string };
  readonly custom: { readonly user_pool_endpoint: string };
}

const PASSWORD = 'Correct horse 1!';

/** Makes a user of the engine's user pool with these groups. @returns the access token of a sign-in with the password */
export async function signIn(
  engineUrl: string,
  username: string,
  groups: readonly string[] = [],
): Promise<string> {
  const outputs = (await (await fetch(`${engineUrl}/amplify_outputs.json`)).json()) as AmplifyOutputs;
  const { user_pool_id: UserPoolId, user_pool_client_id: ClientId } = outputs.auth;
  const call = async (operation: string, input: object): Promise<Record<string, unknown>> => {
    const response = await fetch(outputs.custom.user_pool_endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${operation}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const user = { UserPoolId, Username: username };
  await call('AdminCreateUser', user);
  await call('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true });
  for (const GroupName of groups) await call('AdminAddUserToGroup', { ...user, GroupName });
  const AuthParameters = { USERNAME: username, PASSWORD };
  const answer = await call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
  const { AccessToken } = answer['AuthenticationResult'] as { readonly AccessToken: string };
  return AccessToken;
}
