/** Fields of input types that only some subgraphs know. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { MergedSchema } from '../../merged-schema/merged-schema.ts';
import { presenceHints } from './presence.ts';

export function inputObjectFields({ sharedTypes }: MergedSchema): readonly Diagnostic[] {
  return sharedTypes.flatMap((type) =>
    type.kind !== 'input'
      ? []
      : presenceHints(type, {
          code: 'INCONSISTENT_INPUT_OBJECT_FIELD',
          parameter: 'field',
          membersOf: ({ inputFields }) => inputFields,
        }),
  );
}
