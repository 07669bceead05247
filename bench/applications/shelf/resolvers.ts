/** The resolvers of the shelf, each one twice: in APPSYNC_JS for Tributary, in VTL for the simulator. */

export type DataSourceName = 'none' | 'books' | 'authors';

export interface ShelfResolver {
  readonly typeName: string;
  readonly fieldName: string;
  readonly dataSource: DataSourceName;
  /** APPSYNC_JS. */
  readonly code: string;
  readonly requestTemplate: string;
  readonly responseTemplate: string;
  /** BatchInvoke. */
  readonly maxBatchSize?: number;
}

/** More than the books that are asked for. */
const MAX_BATCH_SIZE = 100;

const code = (request: string) =>
  `export const request = (ctx) => (${request});\nexport const response = (ctx) => ctx.result;\n`;
const responseTemplate = '$util.toJson($ctx.result)';

export const resolvers: readonly ShelfResolver[] = [
  {
    typeName: 'Query',
    fieldName: 'shelf',
    dataSource: 'none',
    code: code('{ payload: { name: ctx.args.name } }'),
    requestTemplate: '{ "version": "2018-05-29", "payload": { "name": $util.toJson($ctx.args.name) } }',
    responseTemplate,
  },
  {
    typeName: 'Query',
    fieldName: 'books',
    dataSource: 'books',
    code: code(`{ operation: 'Invoke', payload: { count: ctx.args.count } }`),
    requestTemplate:
      '{ "version": "2018-05-29", "operation": "Invoke", "payload": { "count": $ctx.args.count } }',
    responseTemplate,
  },
  {
    typeName: 'Book',
    fieldName: 'label',
    dataSource: 'none',
    code: code('{ payload: `${ctx.source.title}, ${ctx.source.pages} pages` }'),
    requestTemplate:
      '{ "version": "2018-05-29", "payload": $util.toJson("$ctx.source.title, $ctx.source.pages pages") }',
    responseTemplate,
  },
  {
    typeName: 'Book',
    fieldName: 'author',
    dataSource: 'authors',
    code: code(`{ operation: 'BatchInvoke', payload: { authorId: ctx.source.authorId } }`),
    requestTemplate:
      '{ "version": "2018-05-29", "operation": "BatchInvoke", ' +
      '"payload": { "authorId": $util.toJson($ctx.source.authorId) } }',
    responseTemplate,
    maxBatchSize: MAX_BATCH_SIZE,
  },
];
