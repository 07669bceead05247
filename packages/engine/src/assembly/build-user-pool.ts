/** AWS::Cognito::UserPool with the clients and groups that name it. */
import type { UserPoolModel } from '../model/app-model.ts';
import type { ScopedResource } from './build-api.ts';
import { resourceRef } from './resource-attributes.ts';
import { derivedResourceId } from './resource-names.ts';
import { readProperties } from './resource-properties.ts';

/** Cognito's defaults for clients without `ExplicitAuthFlows`. Cognito API reference, "CreateUserPoolClient". */
const DEFAULT_AUTH_FLOWS = ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'];

/** @param all - every resource of the selected stacks: clients may live in other stacks than their pool */
export function buildUserPool(
  { scope, resource }: ScopedResource,
  all: readonly ScopedResource[],
): UserPoolModel {
  const properties = readProperties(scope, resource);
  const userPoolId = resourceRef(resource, scope.surroundings(resource));
  const parts = (type: string): readonly ScopedResource[] =>
    all.filter(
      (part) =>
        part.resource.type === type &&
        readProperties(part.scope, part.resource).optionalText('UserPoolId') === userPoolId,
    );
  return {
    userPoolId,
    region: scope.region,
    clients: parts('AWS::Cognito::UserPoolClient').map((part) => {
      const flows = readProperties(part.scope, part.resource).list('ExplicitAuthFlows').map(String);
      return {
        clientId: derivedResourceId(part.resource, part.scope.surroundings(part.resource)),
        authFlows: flows.length > 0 ? flows : DEFAULT_AUTH_FLOWS,
      };
    }),
    groups: parts('AWS::Cognito::UserPoolGroup').map((part) =>
      resourceRef(part.resource, part.scope.surroundings(part.resource)),
    ),
    usernameAttributes: properties.list('UsernameAttributes').map(String),
    autoVerifiedAttributes: properties.list('AutoVerifiedAttributes').map(String),
  };
}
