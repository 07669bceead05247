/** The named checks of `tributary check` that need only the compiled API. */
import { Kind, parse } from 'graphql';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { AppSyncApi } from '../model/appsync-api.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { checkLimits } from './limits.ts';

export interface NamedCheck {
  readonly name: 'composition' | 'appsync' | 'limits';
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Composition has passed for an API that exists; its faults are those of `compile`. */
export function checkApi(api: AppSyncApi): readonly NamedCheck[] {
  return [named('composition', []), named('appsync', checkDialect(api)), named('limits', checkLimits(api))];
}

function named(name: NamedCheck['name'], diagnostics: readonly Diagnostic[]): NamedCheck {
  return { name, ok: diagnostics.length === 0, diagnostics };
}

/** What AppSync's SDL parser refuses. See AppSync developer guide, "Designing your GraphQL schema". */
function checkDialect({ schema }: AppSyncApi): Diagnostic[] {
  return parse(schema).definitions.flatMap((node) => {
    const reason = refusal(node);
    return reason === undefined ? [] : [createDiagnostic('APPSYNC_DIALECT', { reason })];
  });
}

function refusal(node: ReturnType<typeof parse>['definitions'][number]): string | undefined {
  switch (node.kind) {
    case Kind.SCALAR_TYPE_DEFINITION:
      return `it declares scalar ${node.name.value}`;
    case Kind.DIRECTIVE_DEFINITION:
      return `it declares directive @${node.name.value}`;
    case Kind.INTERFACE_TYPE_DEFINITION:
      return (node.interfaces ?? []).length > 0
        ? `interface ${node.name.value} implements another`
        : undefined;
    case Kind.OBJECT_TYPE_DEFINITION:
      return (node.fields ?? []).length === 0 ? `type ${node.name.value} has no fields` : undefined;
    default:
      return node.kind.endsWith('Extension') ? 'it extends a type' : undefined;
  }
}
