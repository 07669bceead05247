/** The shelf as a CDK application: what Tributary runs. */
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Code, Definition, FunctionRuntime, GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { BaseDataSource } from 'aws-cdk-lib/aws-appsync';
import { Code as LambdaCode, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { resolvers } from './resolvers.ts';
import type { DataSourceName } from './resolvers.ts';

const app = new App();
const stack = new Stack(app, 'Shelf');
const api = new GraphqlApi(stack, 'Api', {
  name: 'shelf',
  definition: Definition.fromFile(join(import.meta.dirname, 'schema.graphql')),
});

const lambdaSource = (name: 'books' | 'authors') =>
  api.addLambdaDataSource(
    name,
    new LambdaFunction(stack, name, {
      runtime: Runtime.NODEJS_22_X,
      handler: `index.${name}`,
      code: LambdaCode.fromAsset(join(import.meta.dirname, 'functions')),
    }),
  );

const sources: Readonly<Record<DataSourceName, BaseDataSource>> = {
  none: api.addNoneDataSource('none'),
  books: lambdaSource('books'),
  authors: lambdaSource('authors'),
};

for (const { typeName, fieldName, dataSource, code, maxBatchSize } of resolvers) {
  sources[dataSource].createResolver(`${typeName}${fieldName}`, {
    typeName,
    fieldName,
    code: Code.fromInline(code),
    runtime: FunctionRuntime.JS_1_0_0,
    ...(maxBatchSize === undefined ? {} : { maxBatchSize }),
  });
}
app.synth();
