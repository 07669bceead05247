export { type CreateDataSourcesOptions, createDataSources } from './create-data-sources.ts';
export {
  type CalledField,
  type DataSource,
  type DataSourceAnswer,
  type DataSourceCall,
  type DataSourceError,
  type InvocationType,
  type LambdaAnswer,
  type LambdaDataSource,
  type SingleDataSource,
  answered,
  failed,
  refused,
} from './data-source.ts';
export { parseLambdaRequest } from './lambda-request.ts';
