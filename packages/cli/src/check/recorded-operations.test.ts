import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { checkOperations } from './check-operations.ts';
import { parseRecordedOperations } from './recorded-operations.ts';
import type { RecordedFile } from './recorded-operations.ts';

const SCHEMA = buildSchema(
  'type Query { a: Int b: T old: Int @deprecated(reason: "use a") } type T { c: Int d: Int }',
);

function check(...files: readonly RecordedFile[]) {
  const { status, summary, diagnostics } = checkOperations(SCHEMA, parseRecordedOperations(files));
  const places = diagnostics.map(
    ({ code, location }) => `${code} ${location?.file}:${location?.line}:${location?.column}`,
  );
  return { status, summary, places };
}

describe('recorded operations', () => {
  it('are found in documents, in maps of ids and in the manifest of Apollo clients', () => {
    const map = JSON.stringify({ x: '{ a }', y: 'query Y { b { c } }' });
    const operations = [{ id: 'z', name: 'Z', type: 'query', body: 'query Z { a }' }];
    const apollo = JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
    const found = check(
      { path: 'a.graphql', text: 'query A { a } query B { b { d } }' },
      { path: 'map.json', text: map },
      { path: 'apollo.json', text: apollo },
    );
    expect(found).toEqual({ status: 'passed', summary: '5 recorded operations, all valid', places: [] });
  });

  it('may spread fragments of other files, and a fault in one is reported once', () => {
    const fragment = { path: 'parts.graphql', text: 'fragment P on T {\n  c\n  gone\n}' };
    const found = check(
      fragment,
      { path: 'one.graphql', text: '{ b { ...P } }' },
      { path: 'two.graphql', text: '{ b { ...P } }' },
    );
    expect(found.places).toEqual(['OPERATION_INVALID parts.graphql:3:3']);
  });

  it('of a manifest carry their own fragments', () => {
    const found = check(
      { path: 'parts.graphql', text: 'fragment P on T { c }' },
      { path: 'map.json', text: JSON.stringify({ x: '{ b {\n ...P } }' }) },
    );
    expect(found.places).toEqual(['OPERATION_INVALID map.json#x:2:5']);
  });

  it.each([
    ['{ "x": 1 }', '"x" is not the text of an operation'],
    ['[]', 'it is no JSON object'],
    ['{ "operations": [{ "id": "x" }] }', 'operations[0] has no "id" and "body" that are strings'],
    ['{', 'is not a manifest of operations'],
  ])('%s is no manifest', (text, reason) => {
    const { diagnostics } = parseRecordedOperations([{ path: 'm.json', text }]);
    expect(diagnostics).toMatchObject([{ code: 'OPERATION_MANIFEST_INVALID' }]);
    expect(diagnostics[0]?.message).toContain(reason);
  });

  it('with a syntax error do not hide the faults of others; deprecated fields are hints', () => {
    const found = check(
      { path: 'broken.graphql', text: '{ a' },
      { path: 'old.graphql', text: '{ old }' },
      { path: 'wrong.graphql', text: '{ c }' },
    );
    expect(found).toEqual({
      status: 'failed',
      summary: '2 recorded operations, 2 errors',
      places: [
        'OPERATION_INVALID broken.graphql:1:4',
        'OPERATION_INVALID wrong.graphql:1:3',
        'OPERATION_DEPRECATED old.graphql:1:3',
      ],
    });
  });
});
