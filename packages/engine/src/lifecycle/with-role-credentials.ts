/** Functions run with the credentials of their execution role, so that what they sign is judged by its policies. */
import { roleCredentials } from '../authorization/index.ts';
import type { AppModel, LambdaFunctionModel } from '../model/app-model.ts';

/**
 * A role that is not part of the assembly has policies that nobody knows here: such functions keep the developer's
 * credentials, which are allowed everything.
 */
export function withRoleCredentials(
  functions: readonly LambdaFunctionModel[],
  { principals = [] }: Pick<AppModel, 'principals'>,
): readonly LambdaFunctionModel[] {
  const roles = new Set(principals.map(({ arn }) => arn));
  return functions.map((model) => {
    const { roleArn, functionName, environment } = model;
    if (roleArn === undefined || !roles.has(roleArn)) return model;
    const { accessKeyId, secretAccessKey, sessionToken } = roleCredentials(roleArn, functionName);
    const variables = {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    };
    return { ...model, environment: { ...environment, ...variables } };
  });
}
