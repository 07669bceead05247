/** One Lambda function of a subgraph: bundled code, a role of its own, its log group. */
import type { Duration } from 'aws-cdk-lib';
import { AssetHashType, DockerImage, RemovalPolicy } from 'aws-cdk-lib';
import {
  CfnFunction,
  Code,
  Function as LambdaFunction,
  Architecture,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { createHash } from 'node:crypto';
import { BUNDLED_HANDLER, bundleHandlerSync, writeHandlerBundle } from '../bundle/handler-bundle.ts';
import type { HandlerBundle, HandlerSource } from '../bundle/handler-bundle.ts';

/** Newest Node.js runtime of aws-cdk-lib 2.276 (checked 2026-11-21). */
export const LAMBDA_RUNTIME = Runtime.NODEJS_24_X;

export interface HandlerFunctionProps {
  /** Value of the metadata `tributary:subgraph`, by which local tools find the function. */
  readonly subgraphName: string;
  readonly description: string;
  readonly source: HandlerSource;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeout: Duration;
  readonly memoryMb: number;
  readonly logRetention: RetentionDays;
}

export class HandlerFunction extends Construct {
  readonly lambdaFunction: LambdaFunction;
  readonly role: Role;
  /** The bundled text, for whoever derives grants from it. */
  readonly code: string;

  constructor(scope: Construct, id: string, props: HandlerFunctionProps) {
    super(scope, id);
    const bundle = bundleHandlerSync(props.source);
    this.code = bundle.code;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of our own: the one that the Function construct makes may write to every log group of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    this.lambdaFunction = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: LAMBDA_RUNTIME,
      architecture: Architecture.ARM_64,
      handler: BUNDLED_HANDLER,
      code: bundledCode(bundle, props.source.directory),
      role: this.role,
      logGroup,
      timeout: props.timeout,
      memorySize: props.memoryMb,
      tracing: Tracing.ACTIVE,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
    });
    const resource = this.lambdaFunction.node.defaultChild;
    if (resource instanceof CfnFunction) resource.addMetadata('tributary:subgraph', props.subgraphName);
  }

  /** Lets this function call another one: that function only, no aliases or versions. */
  allowInvoking(other: HandlerFunction): void {
    this.role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['lambda:InvokeFunction'],
        resources: [other.lambdaFunction.functionArn],
      }),
    );
  }
}

/** Hands an in-memory bundle to the CDK as an asset that is named by the hash of its content. */
function bundledCode(bundle: HandlerBundle, directory: string): Code {
  return Code.fromAsset(directory, {
    assetHashType: AssetHashType.CUSTOM,
    assetHash: createHash('sha256').update(bundle.code).update(bundle.sourceMap).digest('hex'),
    bundling: {
      // Required by the type, never pulled: the local bundling below always succeeds.
      image: DockerImage.fromRegistry('scratch'),
      local: {
        tryBundle: (outputDirectory) => {
          writeHandlerBundle(bundle, outputDirectory);
          return true;
        },
      },
    },
  });
}
