/** Fields of objects and interfaces without a key that only some subgraphs have. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { MergedSchema, MergedType } from '../../merged-schema/merged-schema.ts';
import { isExternal } from '../../merged-schema/type-part.ts';
import type { TypePart } from '../../merged-schema/type-part.ts';
import { presenceHints } from './presence.ts';

const ROOT_NAMES: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

export function valueTypeFields({ sharedTypes }: MergedSchema): readonly Diagnostic[] {
  return sharedTypes.flatMap((type) => {
    if (type.kind !== 'object' && type.kind !== 'interface') return [];
    if (ROOT_NAMES.has(type.name) || isEntity(type)) return [];
    return presenceHints(type, {
      code:
        type.kind === 'object'
          ? 'INCONSISTENT_OBJECT_VALUE_TYPE_FIELD'
          : 'INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD',
      parameter: 'field',
      parts: type.parts.filter((part) => !isMentionedOnly(part)),
      membersOf: ({ fields }) => fields,
    });
  });
}

function isEntity({ parts }: MergedType): boolean {
  return parts.some(
    ({ directives, findDirectives }) =>
      findDirectives(directives, 'key').length > 0 ||
      findDirectives(directives, 'interfaceObject').length > 0,
  );
}

/** All of its fields are another subgraph's: it says nothing of what this one resolves. */
function isMentionedOnly(part: TypePart): boolean {
  return [...part.fields.values()].every((field) => isExternal(part, field));
}
