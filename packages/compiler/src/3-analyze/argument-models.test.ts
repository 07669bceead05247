import { Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { createArgumentModels } from './argument-models.ts';

const document = parse(`
  type Query { search(first: Int = 5, in: [Area!]! = HERE, where: Where = { text: "x" }, at: Time): String }
  enum Area { HERE THERE }
  input Where { text: String, depth: Int = 2 }
  scalar Time
`);

function argumentsOf(fieldName: string) {
  const read = createArgumentModels(document);
  const type = document.definitions.find((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  const field = type?.fields?.find(({ name }) => name.value === fieldName);
  return read(field?.arguments ?? []).map(({ name, type, defaultValue }) => [
    name,
    String(type),
    defaultValue,
  ]);
}

it('reads types and defaults as graphql-js has them: lists around one value, defaults of input fields', () => {
  expect(argumentsOf('search')).toEqual([
    ['first', 'Int', 5],
    ['in', '[Area!]!', ['HERE']],
    ['where', 'Where', { text: 'x', depth: 2 }],
    ['at', 'Time', undefined],
  ]);
});

it('has no default for a field without arguments', () => {
  expect(argumentsOf('none')).toEqual([]);
});
