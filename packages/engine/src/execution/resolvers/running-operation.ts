/** What the resolvers of one operation share. */
import type { ResolverStart } from '../completion/execute-fields.ts';
import type { PendingCount } from '../pending-count.ts';
import type { RequestScope } from '../request-scope.ts';
import type { FieldStarts } from './field-starts.ts';
import type { RootField } from './native-resolver.ts';
import type { FieldGroup, Selection } from '../selection/collect-fields.ts';

export interface RunningOperation {
  readonly scope: RequestScope;
  readonly selection: Selection;
  readonly limits: { readonly resolverCount: number };
  readonly rootFields: readonly RootField[];
  readonly fieldStarts: FieldStarts;
  /** Places that wait for a native resolver. */
  readonly nativeFields: Map<FieldGroup, ResolverStart[]>;
  /** Resolvers that have not finished. */
  readonly pending: PendingCount;
}
