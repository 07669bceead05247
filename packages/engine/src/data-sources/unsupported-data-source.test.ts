import { expect, it } from 'vitest';
import { createUnsupportedDataSource } from './unsupported-data-source.ts';

it.each(['RELATIONAL_DATABASE', 'AMAZON_OPENSEARCH_SERVICE', 'AMAZON_BEDROCK_RUNTIME'])(
  'refuses every request to %s with its name and type',
  async (type) => {
    const source = createUnsupportedDataSource('store', type);
    expect(await source.invoke({ operation: 'GET' }, { resolver: 'Query.a', requestId: 'r' })).toEqual({
      kind: 'refused',
      error: {
        message: `Data source "store" has the type ${type}, which is not supported on this machine.`,
        type: 'UnsupportedDataSource',
      },
    });
  },
);
