/** Identity policies: may this principal do that? IAM user guide, "Policy evaluation logic". */
import { evaluateCondition } from './evaluate-condition.ts';
import type { PolicyContext } from './match-pattern.ts';
import { matchesAction, matchesPattern } from './match-pattern.ts';
import type { PolicyMatcher, PolicyStatement } from './policy-document.ts';

export interface PolicyQuestion {
  /** For example `appsync:GraphQL`. */
  readonly action: string;
  /** An ARN. */
  readonly resource: string;
  /** 'unknowable': what the call will carry is not known, so that every condition is taken to favor the caller. */
  readonly context: PolicyContext | 'unknowable';
}

/** `implicit-deny`: no statement allows it, none forbids it. */
export type PolicyDecision = 'allow' | 'explicit-deny' | 'implicit-deny';

/** A Deny that applies wins over every Allow, wherever they are written. */
export function evaluatePolicies(
  statements: readonly PolicyStatement[],
  question: PolicyQuestion,
): PolicyDecision {
  const applying = statements.filter((statement) => applies(statement, question));
  if (applying.some(({ effect }) => effect === 'Deny')) return 'explicit-deny';
  return applying.length > 0 ? 'allow' : 'implicit-deny';
}

function applies(statement: PolicyStatement, { action, resource, context }: PolicyQuestion): boolean {
  const known = context === 'unknowable' ? {} : context;
  return (
    isSpokenOf(statement.action, (pattern) => matchesAction(pattern, action)) &&
    isSpokenOf(statement.resource, (pattern) => matchesPattern(pattern, resource, known)) &&
    conditionsHold(statement, context)
  );
}

function isSpokenOf({ isNegated, patterns }: PolicyMatcher, matches: (pattern: string) => boolean): boolean {
  return patterns.some(matches) !== isNegated;
}

/** An operator that is not known here keeps an Allow from applying, and never a Deny. */
function conditionsHold(
  { effect, conditions }: PolicyStatement,
  context: PolicyQuestion['context'],
): boolean {
  if (context === 'unknowable') return conditions.length === 0 || effect === 'Allow';
  return conditions.every((condition) => {
    const outcome = evaluateCondition(condition, context);
    return outcome === 'holds' || (outcome === 'unknown-operator' && effect === 'Deny');
  });
}
