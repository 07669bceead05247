/**
 * The API schema in AppSync's dialect: no custom scalars, no directive definitions, no extensions, interfaces flattened,
 * descriptions as `#` comments and none inside enums. See AppSync developer guide, "Designing your GraphQL schema".
 */
import { Kind, print } from 'graphql';
import type {
  ConstDirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  NamedTypeNode,
  StringValueNode,
  TypeDefinitionNode,
  TypeNode,
} from 'graphql';
import type { AwsDirectives } from './aws-directives.ts';
import { replacementOf } from './custom-scalars.ts';

export interface EmitSchemaInput {
  readonly apiDocument: DocumentNode;
  readonly awsDirectives: AwsDirectives;
}

const ROOT_ORDER = ['Query', 'Mutation', 'Subscription'];
const BUILT_IN_SCALARS = new Set(['ID', 'String', 'Int', 'Float', 'Boolean']);

/** SDL text with root types first, the others by name. */
export function emitSchema({ apiDocument, awsDirectives }: EmitSchemaInput): string {
  const definitions = apiDocument.definitions.filter(isTypeDefinition).sort(inOrder);
  const customScalars = customScalarNames(apiDocument);
  const context: PrintContext = {
    awsDirectives,
    customScalars,
    interfaceParents: interfaceParents(definitions),
  };
  const roots = ROOT_ORDER.filter((name) => definitions.some((node) => node.name.value === name));
  const schema = `schema {\n${roots.map((name) => `  ${name.toLowerCase()}: ${name}\n`).join('')}}`;
  const types = definitions.flatMap((node) => printType(node, context));
  return `${[schema, ...types].join('\n\n')}\n`;
}

/** Names of scalars that neither GraphQL nor AppSync has. */
export function customScalarNames(apiDocument: DocumentNode): ReadonlySet<string> {
  return new Set(
    apiDocument.definitions.flatMap((node) =>
      node.kind === Kind.SCALAR_TYPE_DEFINITION &&
      !node.name.value.startsWith('AWS') &&
      !BUILT_IN_SCALARS.has(node.name.value)
        ? [node.name.value]
        : [],
    ),
  );
}

interface PrintContext {
  readonly awsDirectives: AwsDirectives;
  readonly customScalars: ReadonlySet<string>;
  readonly interfaceParents: ReadonlyMap<string, readonly string[]>;
}

function isTypeDefinition(node: DocumentNode['definitions'][number]): node is TypeDefinitionNode {
  return 'name' in node && node.kind.endsWith('TypeDefinition');
}

function inOrder(a: TypeDefinitionNode, b: TypeDefinitionNode): number {
  const rank = ({ name }: TypeDefinitionNode) => {
    const index = ROOT_ORDER.indexOf(name.value);
    return index === -1 ? ROOT_ORDER.length : index;
  };
  return rank(a) - rank(b) || (a.name.value < b.name.value ? -1 : 1);
}

/** Interface -> interfaces that it implements; an object type must list them all itself. */
function interfaceParents(definitions: readonly TypeDefinitionNode[]): Map<string, readonly string[]> {
  return new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? [[node.name.value, (node.interfaces ?? []).map(({ name }) => name.value)] as const]
        : [],
    ),
  );
}

function printType(node: TypeDefinitionNode, context: PrintContext): string[] {
  const name = node.name.value;
  const head = comment(node.description, '');
  const directives = (context.awsDirectives.get(name) ?? []).map((text) => ` ${text}`).join('');
  switch (node.kind) {
    case Kind.SCALAR_TYPE_DEFINITION:
      return [];
    case Kind.OBJECT_TYPE_DEFINITION:
      return [
        `${head}type ${name}${printInterfaces(node.interfaces, context)}${directives} ${printFields(node, context)}`,
      ];
    case Kind.INTERFACE_TYPE_DEFINITION:
      return [`${head}interface ${name} ${printFields(node, context)}`];
    case Kind.UNION_TYPE_DEFINITION:
      return [`${head}union ${name} = ${(node.types ?? []).map((type) => type.name.value).join(' | ')}`];
    case Kind.ENUM_TYPE_DEFINITION: {
      const values = (node.values ?? []).map(
        (value) => `  ${value.name.value}${deprecated(value.directives)}\n`,
      );
      return [`${head}enum ${name} {\n${values.join('')}}`];
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const fields = (node.fields ?? []).map(
        (field) => `${comment(field.description, '  ')}  ${printInputValue(field, context)}\n`,
      );
      return [`${head}input ${name} {\n${fields.join('')}}`];
    }
  }
}

function printInterfaces(interfaces: readonly NamedTypeNode[] | undefined, context: PrintContext): string {
  const all = new Set<string>();
  const pending = (interfaces ?? []).map(({ name }) => name.value);
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (!all.has(next)) pending.push(...(context.interfaceParents.get(next) ?? []));
    all.add(next);
  }
  return all.size === 0 ? '' : ` implements ${[...all].join(' & ')}`;
}

function printFields(
  node: { readonly name: { readonly value: string }; readonly fields?: readonly FieldDefinitionNode[] },
  context: PrintContext,
): string {
  const lines = (node.fields ?? []).map((field) => {
    const args = (field.arguments ?? []).map((argument) => printInputValue(argument, context)).join(', ');
    const coordinate = `${node.name.value}.${field.name.value}`;
    const directives = (context.awsDirectives.get(coordinate) ?? []).map((text) => ` ${text}`).join('');
    const type = printTypeReference(field.type, context);
    return `${comment(field.description, '  ')}  ${field.name.value}${args === '' ? '' : `(${args})`}: ${type}${deprecated(field.directives)}${directives}\n`;
  });
  return `{\n${lines.join('')}}`;
}

function printInputValue(node: InputValueDefinitionNode, context: PrintContext): string {
  const defaultValue = node.defaultValue === undefined ? '' : ` = ${print(node.defaultValue)}`;
  return `${node.name.value}: ${printTypeReference(node.type, context)}${defaultValue}`;
}

function printTypeReference(type: TypeNode, context: PrintContext): string {
  switch (type.kind) {
    case Kind.NON_NULL_TYPE:
      return `${printTypeReference(type.type, context)}!`;
    case Kind.LIST_TYPE:
      return `[${printTypeReference(type.type, context)}]`;
    case Kind.NAMED_TYPE:
      return context.customScalars.has(type.name.value) ? replacementOf(type.name.value) : type.name.value;
  }
}

function deprecated(directives: readonly ConstDirectiveNode[] | undefined): string {
  const directive = directives?.find(({ name }) => name.value === 'deprecated');
  return directive === undefined ? '' : ` ${print(directive)}`;
}

function comment(description: StringValueNode | undefined, indent: string): string {
  if (description === undefined) return '';
  const lines = description.value.split('\n').map((line) => `${indent}# ${line}`.trimEnd());
  return `${lines.join('\n')}\n`;
}
