import {
  type ASTVisitor,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type ValidationContext,
  validate,
} from 'graphql';
import type { GraphqlErrorEntry } from '../contract.ts';
import { toValidationEntry } from '../error-entries.ts';
import { createValidationPath } from './validation-path.ts';
import { INTROSPECTION_OFF, type TypedRule, VALIDATION_RULES } from './validation-rules.ts';

/**
 * Validates a document with AppSync's message grammar (graphql-java):
 * `Validation error of type <Type>: <text> @ '<path>'`.
 * @returns the entries of `errors`; empty when the document is valid
 */
export function validateDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  options: { readonly isIntrospectionEnabled: boolean },
): readonly GraphqlErrorEntry[] {
  const path = createValidationPath();
  const messages = new WeakMap<GraphQLError, string>();
  const rules = options.isIntrospectionEnabled ? VALIDATION_RULES : [...VALIDATION_RULES, INTROSPECTION_OFF];
  const worded = rules.map(({ type, rule }: TypedRule) => (context: ValidationContext): ASTVisitor => {
    const reporting: ValidationContext = Object.create(context, {
      reportError: {
        value: (error: GraphQLError) => {
          messages.set(
            error,
            `Validation error of type ${type}: ${error.message}${suffix(path.textAt(error.nodes?.[0]))}`,
          );
          context.reportError(error);
        },
      },
    }) as ValidationContext;
    return rule(reporting);
  });
  const errors = validate(schema, document, [() => path.visitor, ...worded]);
  return errors.map((error) => toValidationEntry(messages.get(error) ?? error.message, error.locations));
}

function suffix(path: string): string {
  return path === '' ? '' : ` @ '${path}'`;
}
