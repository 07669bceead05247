/** CloudWatch logging of one API: a role that may write to the API's own log group only. */
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export class ApiLogging extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('appsync.amazonaws.com') });
  }

  /**
   * Creates the log group of the API and lets the role write to it. A second step because the name holds the API's id,
   * which exists only after the role does (AppSync developer guide, "CloudWatch logs": `/aws/appsync/apis/{id}`).
   */
  attachTo(api: CfnGraphQLApi, retention: RetentionDays): void {
    const logGroupName = `/aws/appsync/apis/${api.attrApiId}`;
    new LogGroup(this, 'Group', { logGroupName, retention, removalPolicy: RemovalPolicy.DESTROY });
    const arn = Stack.of(this).formatArn({ service: 'logs', resource: `log-group:${logGroupName}:*` });
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [arn],
      }),
    );
  }
}
