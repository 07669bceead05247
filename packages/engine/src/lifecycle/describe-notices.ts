/** What of an assembly is left out, or would not work on AWS, as sentences for the terminal. */
import type { AppModel } from '../model/app-model.ts';

/** One notice about resources, one about further APIs, and one for each function that does not run or may not be called. */
export function describeNotices({ apis, lambdaFunctions, unknownResources }: AppModel): readonly string[] {
  const notices: string[] = [];
  const [served, ...others] = apis;
  if (served !== undefined && others.length > 0) {
    const names = others.map(({ name }) => `"${name}"`).join(', ');
    notices.push(`The API "${served.name}" is served; the assembly also has ${names}.`);
  }
  if (unknownResources.length > 0) {
    const types = unknownResources.map(({ type, logicalIds }) =>
      logicalIds.length > 1 ? `${type} (${logicalIds.length})` : type,
    );
    notices.push(`Resources that are not run here: ${types.join(', ')}.`);
  }
  for (const { functionName, notRunnable } of lambdaFunctions) {
    if (notRunnable === undefined) continue;
    notices.push(`Lambda function "${functionName}" does not run here: ${notRunnable}. Calls of it fail.`);
  }
  for (const provider of served?.authenticationProviders ?? []) {
    if (provider.type !== 'AWS_LAMBDA' || provider.lacksPermission === undefined) continue;
    notices.push(
      `The Lambda authorizer "${provider.functionName}" has no AWS::Lambda::Permission for appsync.amazonaws.com: ` +
        'it is called here, and AWS refuses its callers.',
    );
  }
  return notices;
}
