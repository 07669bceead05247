/**
 * What AppSync predefines and a subgraph may therefore use without declaring it.
 * See AppSync developer guide, "AWS AppSync scalars" and "Authorization and authentication" (checked 2026-11-21).
 */
import { parse } from 'graphql';
import type { DefinitionNode } from 'graphql';

export const AWS_SCALAR_NAMES: readonly string[] = [
  'AWSDate',
  'AWSDateTime',
  'AWSEmail',
  'AWSIPAddress',
  'AWSJSON',
  'AWSPhone',
  'AWSTime',
  'AWSTimestamp',
  'AWSURL',
];

export const AWS_DIRECTIVES = `
directive @aws_api_key on OBJECT | FIELD_DEFINITION
directive @aws_iam on OBJECT | FIELD_DEFINITION
directive @aws_oidc on OBJECT | FIELD_DEFINITION
directive @aws_lambda on OBJECT | FIELD_DEFINITION
directive @aws_cognito_user_pools(cognito_groups: [String!]) on OBJECT | FIELD_DEFINITION
directive @aws_auth(cognito_groups: [String!]) on FIELD_DEFINITION
directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
`;

export const AWS_DIRECTIVE_DEFINITIONS: readonly DefinitionNode[] = parse(AWS_DIRECTIVES, {
  noLocation: true,
}).definitions;

/** `scalar X` nodes for the AWS scalars. */
export const AWS_SCALAR_DEFINITIONS: readonly DefinitionNode[] = parse(
  AWS_SCALAR_NAMES.map((name) => `scalar ${name}`).join('\n'),
  { noLocation: true },
).definitions;
