/** Everything that a role or a user of the assembly may do. */
import type { IamPrincipalModel } from '../../model/app-model.ts';
import { awsManagedStatements } from './aws-managed-policies.ts';
import type { PolicyDecision, PolicyQuestion } from './evaluate-policies.ts';
import { evaluatePolicies } from './evaluate-policies.ts';
import { parsePolicyDocument, type PolicyStatement } from './policy-document.ts';

export interface PrincipalPolicies {
  decide(question: PolicyQuestion): PolicyDecision;
  /** No statement asks for anything but action and resource: decisions are the same for every call. */
  readonly isStatic: boolean;
  /** Policies whose text is known to nobody here, by ARN: they grant nothing, and could on AWS. */
  readonly unknown: readonly string[];
}

const READ = new WeakMap<IamPrincipalModel, PrincipalPolicies>();

/** Reads the documents once for each principal. A permissions boundary has to allow as well. */
export function policiesOf(principal: IamPrincipalModel): PrincipalPolicies {
  const known = READ.get(principal);
  if (known !== undefined) return known;
  const policies = readPolicies(principal);
  READ.set(principal, policies);
  return policies;
}

function readPolicies({ policies, unknownPolicies, boundary }: IamPrincipalModel): PrincipalPolicies {
  const managed = unknownPolicies.map((arn) => ({ arn, statements: awsManagedStatements(arn) }));
  const identity: readonly PolicyStatement[] = [
    ...policies.flatMap(parsePolicyDocument),
    ...managed.flatMap(({ statements }) => statements ?? []),
  ];
  const limits = boundary === undefined ? undefined : parsePolicyDocument(boundary);
  return {
    isStatic: [...identity, ...(limits ?? [])].every(isStatic),
    unknown: managed.filter(({ statements }) => statements === undefined).map(({ arn }) => arn),
    decide(question) {
      const decision = evaluatePolicies(identity, question);
      return decision === 'allow' && limits !== undefined ? evaluatePolicies(limits, question) : decision;
    },
  };
}

function isStatic({ conditions, resource }: PolicyStatement): boolean {
  return conditions.length === 0 && !resource.patterns.some((pattern) => pattern.includes('${'));
}
