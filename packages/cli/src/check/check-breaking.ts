/** The part `breaking`: what changed against the base schema, and whom it breaks. */
import { createDiagnostic, locateInSources, locationOfNode } from '@tributary/compiler';
import type { Diagnostic, DiagnosticNote, SubgraphSource } from '@tributary/compiler';
import type { ASTNode, GraphQLSchema } from 'graphql';
import { withUsers } from './affected-operations.ts';
import { finishedPart } from './check-report.ts';
import type { CheckPart } from './check-report.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { SchemaChange } from './compare-schemas.ts';
import { collectUsage } from './operation-usage.ts';
import type { RecordedOperations } from './recorded-operations.ts';

export interface BreakingInput {
  readonly base: { readonly name: string; readonly schema: GraphQLSchema };
  readonly current: GraphQLSchema;
  /** undefined: none given, every operation that was valid counts. */
  readonly recorded: RecordedOperations | undefined;
  readonly sources: readonly SubgraphSource[];
}

/** Breaking additions: what is new is required. */
const ADDITIONS = new Set(['FIELD_ARGUMENT_ADDED', 'INPUT_FIELD_ADDED']);
const ADDITION_FIX = 'Make it nullable, or give it a default value.';

/** Operations named for one change. */
const MAX_NAMED_USERS = 5;

export async function checkBreaking({ base, current, recorded, sources }: BreakingInput): Promise<CheckPart> {
  const found = await compareSchemas(base.schema, current);
  const usage = recorded === undefined ? undefined : collectUsage(base.schema, recorded.documents);
  const changes = usage === undefined ? found : found.map((change) => withUsers(change, usage));
  const diagnostics = changes.flatMap((change) =>
    change.criticality === 'safe' ? [] : [toDiagnostic(change, base.schema, recorded?.operationCount)],
  );
  const part = finishedPart('breaking', summarize(changes, base.name), locateInSources(diagnostics, sources));
  return { ...part, changes };
}

function toDiagnostic(
  change: SchemaChange,
  base: GraphQLSchema,
  operationCount: number | undefined,
): Diagnostic {
  const code = change.criticality === 'breaking' ? 'SCHEMA_BREAKING_CHANGE' : 'SCHEMA_DANGEROUS_CHANGE';
  const isError = change.criticality === 'breaking' && !isUnused(change);
  const notes = [...baseNotes(change, base), ...reasonNotes(change), ...usageNotes(change, operationCount)];
  // The quoted coordinate is what the place in the subgraphs is found by.
  const message = change.path === undefined ? change.message : `"${change.path}": ${change.message}`;
  const diagnostic = createDiagnostic(code, { message }, { severity: isError ? 'error' : 'hint', notes });
  return ADDITIONS.has(change.type) ? { ...diagnostic, fix: ADDITION_FIX } : diagnostic;
}

function isUnused({ usedBy }: SchemaChange): boolean {
  return usedBy !== undefined && usedBy.length === 0;
}

function reasonNotes({ reason }: SchemaChange): DiagnosticNote[] {
  // The library's reasons go on with general advice.
  return reason === undefined ? [] : [{ message: reason.replace(/\. .*$/, '.') }];
}

function usageNotes({ usedBy }: SchemaChange, operationCount: number | undefined): DiagnosticNote[] {
  if (usedBy === undefined) return [];
  if (usedBy.length === 0) {
    return [{ message: `Safe: none of the ${operationCount ?? 0} recorded operations uses it.` }];
  }
  const more = usedBy.length > MAX_NAMED_USERS ? ` and ${usedBy.length - MAX_NAMED_USERS} more` : '';
  return [{ message: `Used by ${usedBy.slice(0, MAX_NAMED_USERS).join(', ')}${more}.` }];
}

function baseNotes({ path }: SchemaChange, base: GraphQLSchema): DiagnosticNote[] {
  const node = path === undefined ? undefined : findNode(base, path.split('.'));
  const location = node === undefined ? undefined : locationOfNode(node);
  return location === undefined ? [] : [{ location, message: 'It stands here in the base.' }];
}

function findNode(schema: GraphQLSchema, [typeName = '', member, argument]: readonly string[]) {
  const type = schema.getType(typeName);
  if (type === undefined || member === undefined) return type?.astNode ?? undefined;
  if ('getValue' in type) return type.getValue(member)?.astNode ?? undefined;
  const field = 'getFields' in type ? type.getFields()[member] : undefined;
  if (argument === undefined || field === undefined || !('args' in field)) return field?.astNode ?? undefined;
  const found: ASTNode | null | undefined = field.args.find(({ name }) => name === argument)?.astNode;
  return found ?? field.astNode ?? undefined;
}

function summarize(changes: readonly SchemaChange[], baseName: string): string {
  if (changes.length === 0) return `no change against ${baseName}`;
  const breaking = changes.filter(({ criticality }) => criticality === 'breaking');
  const unused = breaking.filter(isUnused).length;
  const counts = [
    `${breaking.length} breaking${unused > 0 ? ` (${unused} that no recorded operation uses)` : ''}`,
    `${changes.filter(({ criticality }) => criticality === 'dangerous').length} dangerous`,
    `${changes.filter(({ criticality }) => criticality === 'safe').length} safe`,
  ];
  return `${counts.join(', ')} against ${baseName}`;
}
