/** The text of a GraphQL document -> the operation of it that is meant. */
import { GraphQLError, Kind, parse, validate, valueFromASTUntyped } from 'graphql';
import type { DocumentNode, OperationDefinitionNode, Source } from 'graphql';
import type { Compilation } from '../compile.ts';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import { toSourceLocation } from '../diagnostics/source-location.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Variables } from './read-selection.ts';

export function parseOperation({ model }: Compilation, source: Source): Result<DocumentNode> {
  try {
    const document = parse(source);
    const errors = validate(model.schema(), document);
    return errors.length === 0 ? ok(document) : err(errors.map(toDiagnostic));
  } catch (error) {
    if (error instanceof GraphQLError) return err([toDiagnostic(error)]);
    throw error;
  }
}

function toDiagnostic(error: GraphQLError): Diagnostic {
  const location = toSourceLocation(error);
  return createDiagnostic(
    'OPERATION_INVALID',
    { message: error.message },
    location === undefined ? {} : { location },
  );
}

export function chooseOperation(
  document: DocumentNode,
  name: string | undefined,
): Result<OperationDefinitionNode> {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const chosen = name === undefined ? operations : operations.filter((node) => node.name?.value === name);
  const [only] = chosen;
  if (only !== undefined && chosen.length === 1) return ok(only);
  const names = operations.map((node) => node.name?.value ?? '(anonymous)').join(', ');
  if (name !== undefined && chosen.length === 0)
    return err([createDiagnostic('OPERATION_UNKNOWN', { name, names: names || 'none' })]);
  return err([createDiagnostic('OPERATION_AMBIGUOUS', { count: operations.length, names: names || 'none' })]);
}

export function variableDefaults({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
}
