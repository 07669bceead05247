/** Members of unions that only some subgraphs know. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { MergedSchema } from '../../merged-schema/merged-schema.ts';
import { presenceHints } from './presence.ts';

export function unionMembers({ sharedTypes }: MergedSchema): readonly Diagnostic[] {
  return sharedTypes.flatMap((type) =>
    type.kind !== 'union'
      ? []
      : presenceHints(type, {
          code: 'INCONSISTENT_UNION_MEMBER',
          parameter: 'member',
          membersOf: ({ members }) => members,
        }),
  );
}
