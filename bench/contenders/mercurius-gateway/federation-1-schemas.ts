/** Federation 2 schemas in the words of version 1, which is what Mercurius' gateway reads. */
import { Kind, parse, print, visit } from 'graphql';
import type { DefinitionNode, FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql';

export interface NamedSchema {
  readonly name: string;
  readonly sdl: string;
}

/**
 * In version 1 one subgraph owns a type and the others extend it: the owner is the first that marks none of its fields
 * as external.
 */
export function federation1Schemas(schemas: readonly NamedSchema[]): NamedSchema[] {
  const owned = new Set(['Query']);
  return schemas.map(({ name, sdl }) => {
    const definitions = parse(sdl).definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION);
    const translated = definitions.map((definition) => translate(definition, owned));
    return { name, sdl: print({ kind: Kind.DOCUMENT, definitions: translated }) };
  });
}

function translate(definition: DefinitionNode, owned: Set<string>): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  const plain = withoutShareable(definition);
  const { value: typeName } = plain.name;
  const isOwner = !owned.has(typeName) && !plain.fields?.some(isExternal);
  if (isOwner) {
    owned.add(typeName);
    return plain;
  }
  const keys = new Set(keyFields(plain));
  return {
    ...plain,
    kind: Kind.OBJECT_TYPE_EXTENSION,
    fields: (plain.fields ?? []).map((field) =>
      keys.has(field.name.value) && !isExternal(field) ? external(field) : field,
    ),
  };
}

function withoutShareable(definition: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  return visit(definition, {
    Directive: (node) => (node.name.value === 'shareable' ? null : undefined),
  });
}

function keyFields({ directives = [] }: ObjectTypeDefinitionNode): string[] {
  return directives.flatMap((directive) => {
    const fields = directive.arguments?.find(({ name }) => name.value === 'fields')?.value;
    return directive.name.value === 'key' && fields?.kind === Kind.STRING ? fields.value.split(/\s+/) : [];
  });
}

function isExternal({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === 'external');
}

function external(field: FieldDefinitionNode): FieldDefinitionNode {
  const directive = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'external' } } as const;
  return { ...field, directives: [...(field.directives ?? []), directive] };
}
