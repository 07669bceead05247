/** AWS::AppSync::DataSource */
export type DataSourceModel =
  | { readonly kind: 'none'; readonly name: string }
  | {
      readonly kind: 'lambda';
      readonly name: string;
      readonly functionName: string;
      /** As the template names it, version or alias included. */
      readonly functionArn?: string;
      /** `ServiceRoleArn`: the role that AppSync calls the function with. */
      readonly roleArn?: string;
    }
  | {
      readonly kind: 'dynamodb';
      readonly name: string;
      readonly tableName: string;
      readonly roleArn?: string;
    }
  | {
      readonly kind: 'http';
      readonly name: string;
      /** Scheme and host, e.g. `https://api.example.com`. */
      readonly endpoint: string;
      /** Signing with AWS_IAM (`HttpConfig.AuthorizationConfig`); requests go unsigned when absent. */
      readonly signing?: { readonly region: string; readonly service: string; readonly roleArn: string };
    }
  | {
      readonly kind: 'eventbridge';
      readonly name: string;
      readonly eventBusArn: string;
      readonly roleArn?: string;
    }
  /** A type that the engine does not run: fields on it answer with a clear error. */
  | { readonly kind: 'unsupported'; readonly name: string; readonly type: string };
