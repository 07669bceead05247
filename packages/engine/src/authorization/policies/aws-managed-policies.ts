/**
 * What the policies that AWS itself maintains say about the services that run here; the rest of their text does not
 * matter. AWS managed policy reference guide (checked 2026-11-21).
 */
import type { PolicyStatement } from './policy-document.ts';

const allow = (...patterns: readonly string[]): readonly PolicyStatement[] => [
  {
    effect: 'Allow',
    action: { isNegated: false, patterns },
    resource: { isNegated: false, patterns: ['*'] },
    conditions: [],
  },
];

const LOGS = allow('logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents');

const BY_NAME: Readonly<Record<string, readonly PolicyStatement[]>> = {
  AdministratorAccess: allow('*'),
  AWSAppSyncAdministrator: allow('appsync:*'),
  AWSAppSyncInvokeFullAccess: allow('appsync:GraphQL'),
  AWSLambda_FullAccess: allow('lambda:*'),
  AWSXRayDaemonWriteAccess: allow('xray:*'),
  AWSXrayWriteOnlyAccess: allow('xray:*'),
  AmazonDynamoDBFullAccess: allow('dynamodb:*'),
  AmazonDynamoDBReadOnlyAccess: allow(
    'dynamodb:BatchGetItem',
    'dynamodb:GetItem',
    'dynamodb:Query',
    'dynamodb:Scan',
  ),
  CloudWatchLambdaInsightsExecutionRolePolicy: LOGS,
  'service-role/AWSAppSyncPushToCloudWatchLogs': LOGS,
  'service-role/AWSLambdaBasicExecutionRole': LOGS,
  'service-role/AWSLambdaDynamoDBExecutionRole': LOGS,
  'service-role/AWSLambdaRole': allow('lambda:InvokeFunction'),
  'service-role/AWSLambdaSQSQueueExecutionRole': LOGS,
  'service-role/AWSLambdaVPCAccessExecutionRole': LOGS,
};

/** @returns undefined for a policy that is not AWS's, or not in the table */
export function awsManagedStatements(policyArn: string): readonly PolicyStatement[] | undefined {
  const name = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(policyArn)?.[1];
  return name !== undefined && Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
}
