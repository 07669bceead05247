/** The arguments of fields, with types and defaults as graphql-js has them; a schema of the input types is enough for that. */
import {
  extendSchema,
  GraphQLSchema,
  isInputType,
  Kind,
  specifiedScalarTypes,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import type {
  DefinitionNode,
  DocumentNode,
  GraphQLInputType,
  InputValueDefinitionNode,
  TypeNode,
} from 'graphql';
import type { ArgumentModel } from '../model/federation-model.ts';
import { typeText } from '../model/type-reference.ts';

/** Scalars of the specification: a schema has those alone that its types use. */
const SCALARS = new GraphQLSchema({ types: specifiedScalarTypes });

/** @returns a function that reads the arguments of a field of this document */
export function createArgumentModels(
  document: DocumentNode,
): (nodes: readonly InputValueDefinitionNode[]) => readonly ArgumentModel[] {
  const definitions = document.definitions.filter(isInputDefinition);
  const schema = extendSchema(SCALARS, { kind: Kind.DOCUMENT, definitions }, { assumeValidSDL: true });
  return (nodes) =>
    nodes.map(({ name, type: node, defaultValue }) => {
      const type = inputType(schema, node);
      return { name: name.value, type, defaultValue: valueFromAST(defaultValue, type) };
    });
}

function isInputDefinition({ kind }: DefinitionNode): boolean {
  return (
    kind === Kind.SCALAR_TYPE_DEFINITION ||
    kind === Kind.ENUM_TYPE_DEFINITION ||
    kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
  );
}

function inputType(schema: GraphQLSchema, node: TypeNode): GraphQLInputType {
  const type = typeFromAST(schema, node);
  if (isInputType(type)) return type;
  throw new Error(`Internal error: ${typeText(node)} is no input type`);
}
