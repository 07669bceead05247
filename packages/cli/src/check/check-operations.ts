/** The part `operations`: every recorded operation must be valid against the composed API. */
import { createDiagnostic, toSourceLocation } from '@tributary/compiler';
import type { Diagnostic } from '@tributary/compiler';
import { NoDeprecatedCustomRule, NoUnusedFragmentsRule, specifiedRules, validate } from 'graphql';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { finishedPart } from './check-report.ts';
import type { CheckPart } from './check-report.ts';
import type { RecordedOperations } from './recorded-operations.ts';

/** A file may hold fragments only: those of others use them. */
const RULES = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

export function checkOperations(schema: GraphQLSchema, recorded: RecordedOperations): CheckPart {
  const invalid = recorded.documents.flatMap((document) =>
    validate(schema, document, RULES).map((error) => toDiagnostic('OPERATION_INVALID', error)),
  );
  const deprecated = recorded.documents.flatMap((document) =>
    validate(schema, document, [NoDeprecatedCustomRule]).map((error) => ({
      ...toDiagnostic('OPERATION_DEPRECATED', error),
      severity: 'hint' as const,
    })),
  );
  const errors = [...recorded.diagnostics, ...withoutRepeats(invalid)];
  const count = `${recorded.operationCount} recorded ${recorded.operationCount === 1 ? 'operation' : 'operations'}`;
  const summary =
    errors.length === 0
      ? `${count}, all valid`
      : `${count}, ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`;
  return finishedPart('operations', summary, [...errors, ...withoutRepeats(deprecated)]);
}

function toDiagnostic(code: 'OPERATION_INVALID' | 'OPERATION_DEPRECATED', error: GraphQLError): Diagnostic {
  const location = toSourceLocation(error);
  return createDiagnostic(code, { message: error.message }, location === undefined ? {} : { location });
}

/** A fragment that several documents spread is reported once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ location, message }) => {
    const id = `${location?.file}:${location?.line}:${location?.column} ${message}`;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
