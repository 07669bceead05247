/** Whether AppSync may call the function of a Lambda authorizer: on AWS the function's resource policy has to say so. */
import type { AuthenticationProviderModel } from '../model/app-model.ts';
import { functionNameOf } from './build-data-source.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

const APPSYNC = 'appsync.amazonaws.com';

/**
 * AppSync developer guide, "AWS_LAMBDA authorization": `lambda:InvokeFunction` for appsync.amazonaws.com. Without it
 * every call with a token is refused; here it is only told, since a function of another assembly may have it.
 * @param all - every resource of the selected stacks
 */
export function withPermission(
  provider: AuthenticationProviderModel,
  all: readonly { readonly scope: StackScope; readonly resource: TemplateResource }[],
): AuthenticationProviderModel {
  if (provider.type !== 'AWS_LAMBDA') return provider;
  const hasPermission = all.some(({ scope, resource }) => {
    if (resource.type !== 'AWS::Lambda::Permission') return false;
    const properties = readProperties(scope, resource);
    return (
      properties.optionalText('Principal') === APPSYNC &&
      functionNameOf(properties.optionalText('FunctionName')) === provider.functionName
    );
  });
  return hasPermission ? provider : { ...provider, lacksPermission: true };
}
