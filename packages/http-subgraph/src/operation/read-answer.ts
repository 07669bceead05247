/** The subgraph's answer to an operation, dealt out to the parts that asked. */
import type { Answer, AnswerError } from '../answer.ts';
import { answerOf, DEFAULT_ERROR_TYPE } from '../answer.ts';
import { recordOf } from '../read-event.ts';
import type { Operation, OperationField } from './build-operation.ts';
import type { OperationPart } from './operation-part.ts';
import { renameKeys } from './rename-keys.ts';
import type { SubgraphFault } from './subgraph-fault.ts';
import { faultError } from './subgraph-fault.ts';

/** Part -> its answers: one for a root field, one for each representation of an entities part. */
export type PartAnswers = ReadonlyMap<OperationPart, readonly Answer[]>;

interface LocatedError {
  readonly path: readonly (string | number)[];
  readonly error: AnswerError;
}

/** @param body - the JSON body of the subgraph's HTTP answer */
export function readAnswer(operation: Operation, body: unknown, subgraph: string): PartAnswers {
  const answer = recordOf(body);
  const errors = (Array.isArray(answer?.['errors']) ? answer['errors'] : []).map((entry: unknown) =>
    readError(entry, subgraph),
  );
  const data = recordOf(answer?.['data']);
  if (data === undefined && errors.length === 0) {
    return failParts(operation, badAnswer(`"${subgraph}" answered neither data nor errors.`), subgraph);
  }
  const everywhere = errors.filter(({ path }) => path.length === 0).map(({ error }) => error);
  const answers = new Map<OperationPart, readonly Answer[]>();
  for (const field of operation.fields) {
    const located = errors.filter(({ path }) => path[0] === field.responseName);
    const value = data?.[field.responseName] ?? null;
    // An error without a path belongs to what is missing; with nothing missing it is told with every part.
    const unlocated = value === null || located.length === 0 ? everywhere : [];
    const values = readField(field, { value, located, unlocated }, subgraph);
    for (const { part, slots } of field.uses) {
      answers.set(part, part.kind === 'root' ? values : slots.map((slot) => values[slot] ?? NOTHING));
    }
  }
  return answers;
}

/** The same fault for every part. */
export function failParts(operation: Operation, fault: SubgraphFault, subgraph: string): PartAnswers {
  const answer = answerOf(null, [faultError(fault, subgraph)]);
  return new Map(
    operation.fields.flatMap(({ uses }) =>
      uses.map(({ part, slots }) => [part, part.kind === 'root' ? [answer] : slots.map(() => answer)]),
    ),
  );
}

const NOTHING: Answer = { data: null };

interface FieldContent {
  readonly value: unknown;
  readonly located: readonly LocatedError[];
  readonly unlocated: readonly AnswerError[];
}

/** One answer for a root field, else one for each entity that was asked for. */
function readField(
  { entityCount, keysByAlias }: OperationField,
  { value, located, unlocated }: FieldContent,
  subgraph: string,
): readonly Answer[] {
  if (entityCount === undefined) {
    const errors = [...unlocated, ...located.map((one) => errorBelow(one, 1, keysByAlias))];
    return [answerOf(renameKeys(value, keysByAlias), errors)];
  }
  const entities: readonly unknown[] = Array.isArray(value) ? value : [];
  const isWhole = Array.isArray(value) && value.length === entityCount;
  const listErrors = located.filter(({ path }) => path.length === 1).map(({ error }) => error);
  const shared =
    isWhole || unlocated.length + listErrors.length > 0 ? [] : [countError(value, entityCount, subgraph)];
  return Array.from({ length: entityCount }, (_, index) => {
    const own = located.filter(({ path }) => path[1] === index).map((one) => errorBelow(one, 2, keysByAlias));
    const data = isWhole ? renameKeys(entities[index], keysByAlias) : null;
    return answerOf(data, [...unlocated, ...listErrors, ...shared, ...own]);
  });
}

function countError(value: unknown, entityCount: number, subgraph: string): AnswerError {
  const got = Array.isArray(value) ? `${String(value.length)} entities` : 'no list of entities';
  return faultError(
    badAnswer(`"${subgraph}" was asked for ${String(entityCount)} entities and answered ${got}.`),
    subgraph,
  );
}

function badAnswer(message: string): SubgraphFault {
  return { type: 'SubgraphBadAnswer', message };
}

function readError(entry: unknown, subgraph: string): LocatedError {
  const error = recordOf(entry);
  const message = error?.['message'];
  const extensions = recordOf(error?.['extensions']);
  const code = extensions?.['code'];
  const path: readonly unknown[] = Array.isArray(error?.['path']) ? error['path'] : [];
  return {
    path: path.filter(
      (step): step is string | number => typeof step === 'string' || typeof step === 'number',
    ),
    error: {
      errorMessage: typeof message === 'string' ? message : 'The subgraph sent an error without a message.',
      errorType: typeof code === 'string' ? code : DEFAULT_ERROR_TYPE,
      errorInfo: { subgraph, ...(extensions === undefined ? {} : { extensions }) },
    },
  };
}

/** Its path begins below `steps`; a value that came under an alias of ours has the key that the value has. */
function errorBelow(
  { path, error }: LocatedError,
  steps: number,
  keysByAlias: ReadonlyMap<string, string>,
): AnswerError {
  const below = path.slice(steps).map((step) => keysByAlias.get(String(step)) ?? step);
  if (below.length === 0 || error.errorInfo === undefined) return error;
  return { ...error, errorInfo: { ...error.errorInfo, path: below } };
}
