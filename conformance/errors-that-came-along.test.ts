import { compile, formatDiagnostic } from '@tributary/compiler';
import { testResolver } from '@tributary/engine/testing';
import { describe, expect, it } from 'vitest';
import { readSuite } from './src/suite.ts';

const NO_PRICE = { data: null, errorMessage: 'no price', errorType: 'NoPrice', errorInfo: { since: 'May' } };
const FAILURE = { message: 'no price', errorType: 'NoPrice', data: null, errorInfo: { since: 'May' } };

/** The code of a field's resolver, or of a function of its pipeline. */
function codeOf(suiteName: string, name: string): string {
  const { subgraphs, options } = readSuite(suiteName);
  const compiled = compile(
    subgraphs.map(({ source }) => source),
    options,
  );
  if (!compiled.ok) throw new Error(compiled.error.map((one) => formatDiagnostic(one)).join('\n'));
  const { resolvers, functions } = compiled.value;
  const resolver = resolvers.find(({ typeName, fieldName }) => `${typeName}.${fieldName}` === name);
  return (resolver ?? functions.find((one) => one.name === name))?.code ?? '';
}

describe('a field that failed in the invocation that brought its parent', () => {
  it('tells the error at its place and asks nobody', async () => {
    const estimate = await testResolver({ code: codeOf('keys-both-directions', 'Product.shippingEstimate') });
    const args = { country: 'DE', express: false };
    const key = 'shippingEstimate([["country","DE"],["express",false]])';
    const product = { id: 'p1', weightGrams: 5 };
    const failed = { ...product, [`${key}(error)`]: NO_PRICE };
    expect(estimate.request({ arguments: args, source: failed }).error).toEqual(FAILURE);
    const others = { ...product, 'shippingEstimate([["country","FR"]])(error)': NO_PRICE };
    for (const source of [product, others, { ...failed, [key]: { amountMinor: 1 } }])
      expect(estimate.request({ arguments: args, source }).error).toBeUndefined();
  });

  it('does so as an input of what requires it, but not where the value is there', async () => {
    const input = await testResolver({ code: codeOf('requires-with-arguments', 'Product_label_input_1') });
    const source = { upc: 'u1', 'price([["currency","EUR"]])(error)': NO_PRICE };
    expect(input.request({ source, stash: {}, prev: { result: null } }).error).toEqual(FAILURE);
    const settled = { source, stash: { isAbsent: false }, prev: { result: 'a label' } };
    expect(input.request(settled).error).toBeUndefined();
  });
});
