/** AWS sample "configuration and secrets": values from SSM and Secrets Manager, at deployment and while functions run. */
import type { App } from 'aws-cdk-lib';
import { SecretValue, Stack } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { apiOf, functionOf } from './api-parts.ts';

const SDL = `
type Query { deployed: AWSJSON  read: AWSJSON  missing: AWSJSON }
`;

/** What the CDK writes into the environment as dynamic references. */
const DEPLOYED = `
exports.handler = async () => {
  const { CURRENCY, REGIONS, PASSWORD, USER_NAME, PAYMENT_KEY, PARTNER_URL } = process.env;
  return { CURRENCY, REGIONS, PASSWORD, USER_NAME, PAYMENT_KEY, PARTNER_URL };
};
`;

/** What @aws-sdk/client-ssm and @aws-sdk/client-secrets-manager send, without them. */
const CALLS = `
async function call(endpoint, target, input) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: await response.json() };
}
const ssm = (operation, input) => call(process.env.AWS_ENDPOINT_URL_SSM, 'AmazonSSM.' + operation, input);
const secrets = (operation, input) =>
  call(process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER, 'secretsmanager.' + operation, input);
`;

const READ = `${CALLS}
exports.handler = async () => ({
  one: (await ssm('GetParameter', { Name: '/shop/currency', WithDecryption: true })).body.Parameter,
  several: (await ssm('GetParameters', { Names: ['/shop/currency', '/shop/none'] })).body,
  path: (await ssm('GetParametersByPath', { Path: '/shop' })).body.Parameters.map(({ Name }) => Name),
  deep: (await ssm('GetParametersByPath', { Path: '/shop/', Recursive: true })).body.Parameters.map(({ Name }) => Name),
  first: (await ssm('GetParametersByPath', { Path: '/shop', MaxResults: 1 })).body,
  database: (await secrets('GetSecretValue', { SecretId: process.env.SECRET_ARN })).body,
  payment: (await secrets('GetSecretValue', { SecretId: 'payment' })).body.SecretString,
});
`;

const MISSING = `${CALLS}
exports.handler = async () => ({
  parameter: await ssm('GetParameter', { Name: '/nobody' }),
  secret: await secrets('GetSecretValue', { SecretId: 'nobody' }),
});
`;

export function secretsAndParameters(app: App): void {
  const stack = new Stack(app, 'Configuration');
  const api = apiOf(stack, SDL);
  const currency = new StringParameter(stack, 'Currency', {
    parameterName: '/shop/currency',
    stringValue: 'EUR',
  });
  new StringParameter(stack, 'MailSender', {
    parameterName: '/shop/mail/sender',
    stringValue: 'shop@example.com',
  });
  const database = new Secret(stack, 'Database', {
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ username: 'admin' }),
      generateStringKey: 'password',
      passwordLength: 20,
      excludePunctuation: true,
    },
  });
  const deployed = functionOf(stack, 'Deployed', {
    code: DEPLOYED,
    environment: {
      CURRENCY: currency.stringValue,
      // Not of this application: its user gives them.
      REGIONS: StringParameter.valueForStringParameter(stack, '/platform/regions'),
      PARTNER_URL: StringParameter.fromStringParameterName(stack, 'Partner', '/platform/partner').stringValue,
      PASSWORD: database.secretValueFromJson('password').unsafeUnwrap(),
      USER_NAME: database.secretValueFromJson('username').unsafeUnwrap(),
      PAYMENT_KEY: SecretValue.secretsManager('payment', { jsonField: 'key' }).unsafeUnwrap(),
    },
  });
  const read = functionOf(stack, 'Read', { code: READ, environment: { SECRET_ARN: database.secretArn } });
  database.grantRead(read);
  const missing = functionOf(stack, 'Missing', { code: MISSING });
  for (const [fieldName, lambda] of Object.entries({ deployed, read, missing })) {
    api
      .addLambdaDataSource(fieldName, lambda)
      .createResolver(`${fieldName}Resolver`, { typeName: 'Query', fieldName });
  }
}
