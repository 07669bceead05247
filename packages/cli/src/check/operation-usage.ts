/**
 * Which parts of a schema recorded operations use, by schema coordinate: `Type`, `Type.field`, `Type.field.argument`,
 * `Input.field`, `Enum.VALUE`. Where values are not known (variables, results) every part of them counts as used.
 */
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  Kind,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { DocumentNode, GraphQLNamedType, GraphQLSchema, GraphQLType, TypeNode } from 'graphql';
import { locationOfNode } from '@tributary/compiler';

/** Coordinate -> operations that use it, as `Name (file:line)`. */
export type OperationUsage = ReadonlyMap<string, ReadonlySet<string>>;

/** @param schema - the base: what it does not know is not counted */
export function collectUsage(schema: GraphQLSchema, documents: readonly DocumentNode[]): OperationUsage {
  const usage = new Map<string, Set<string>>();
  for (const document of documents) {
    for (const operation of Object.values(separateOperations(document))) {
      const label = labelOf(operation);
      const use = (coordinate: string): void => {
        const users = usage.get(coordinate) ?? new Set();
        usage.set(coordinate, users.add(label));
      };
      collectOperation(schema, operation, use);
    }
  }
  return usage;
}

function labelOf(document: DocumentNode): string {
  const node = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (node?.kind !== Kind.OPERATION_DEFINITION) return '(no operation)';
  const location = locationOfNode(node);
  const place = location === undefined ? '' : ` (${location.file}:${location.line})`;
  return `${node.name?.value ?? 'anonymous'}${place}`;
}

type Use = (coordinate: string) => void;

function collectOperation(schema: GraphQLSchema, document: DocumentNode, use: Use): void {
  const info = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(info, {
    VariableDefinition: ({ type }) => useWhole(inputTypeOf(schema, type), use),
    InlineFragment: ({ typeCondition }) => void (typeCondition && use(typeCondition.name.value)),
    FragmentDefinition: ({ typeCondition }) => use(typeCondition.name.value),
    Field: ({ name, arguments: given }) => {
      const parent = info.getParentType();
      if (!parent) return;
      const owners = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
      for (const owner of owners) {
        use(owner.name);
        use(`${owner.name}.${name.value}`);
        for (const argument of given ?? []) use(`${owner.name}.${name.value}.${argument.name.value}`);
      }
      useResult(getNamedType(info.getType() ?? undefined), use);
    },
    ObjectField: ({ name }) => {
      const parent = getNamedType(info.getParentInputType() ?? undefined);
      if (parent !== undefined) use(`${parent.name}.${name.value}`);
    },
    ObjectValue: () => {
      const type = getNamedType(info.getInputType() ?? undefined);
      if (type !== undefined) use(type.name);
    },
    EnumValue: ({ value }) => {
      const type = getNamedType(info.getInputType() ?? undefined);
      if (type !== undefined) use(type.name);
      if (type !== undefined) use(`${type.name}.${value}`);
    },
  });
  visit(document, visitor);
}

function useResult(type: GraphQLNamedType | undefined, use: Use): void {
  if (type === undefined) return;
  use(type.name);
  if (isEnumType(type)) type.getValues().forEach(({ name }) => use(`${type.name}.${name}`));
}

/** Everything below the type of a variable. */
function useWhole(type: GraphQLType | undefined, use: Use, seen = new Set<string>()): void {
  const named = getNamedType(type);
  if (named === undefined || seen.has(named.name)) return;
  seen.add(named.name);
  useResult(named, use);
  if (!isInputObjectType(named)) return;
  for (const field of Object.values(named.getFields())) {
    use(`${named.name}.${field.name}`);
    useWhole(field.type, use, seen);
  }
}

function inputTypeOf(schema: GraphQLSchema, node: TypeNode): GraphQLNamedType | undefined {
  return node.kind === Kind.NAMED_TYPE ? schema.getType(node.name.value) : inputTypeOf(schema, node.type);
}
