/** From a failing case to a small one: the operation, then the world, then the operation again. */
import { parse, validate } from 'graphql';
import type { Operation } from './generate-operation.ts';
import { isSatisfiable } from './is-satisfiable.ts';
import { objectLevels } from './object-levels.ts';
import { shrinkOperation } from './shrink-operation.ts';
import { shrinkWorld } from './shrink-world.ts';
import { prepareWorld } from './try-case.ts';
import type { CreateApi, Difference, PreparedWorld } from './try-case.ts';
import type { World } from './world.ts';

export interface FailingCase {
  readonly world: World;
  /** Absent where the world is refused as a whole. */
  readonly operation?: Operation;
  readonly difference: Difference;
}

/** A world ready to be asked; undefined for one that is not: something that is left refers to something that is gone. */
type Prepare = (world: World) => PreparedWorld | undefined;

/**
 * @param createApi - what was compared with the plain server
 * @returns a case with a difference of the same kind
 */
export async function shrinkCase(failing: FailingCase, createApi: CreateApi): Promise<FailingCase> {
  const prepare: Prepare = (world) => {
    try {
      return prepareWorld(world, createApi);
    } catch {
      return undefined;
    }
  };
  const { world, operation, difference } = failing;
  if (operation === undefined) return shrinkRefused(failing, prepare);
  const differs = (smaller: Operation) => async (inWorld: World) =>
    isSame(await tryOperation(prepare(inWorld), smaller), difference);
  const first = await shrinkAnswered(prepare(world), { operation, difference });
  const inWorld = await shrinkWorld(world, levelsOf(first), differs(first));
  const small = await shrinkAnswered(prepare(inWorld), { operation: first, difference });
  const again = await shrinkWorld(inWorld, levelsOf(small), differs(small));
  const found = await tryOperation(prepare(again), small);
  return { world: again, operation: small, difference: found ?? difference };
}

function levelsOf({ query }: Operation): number {
  return objectLevels(parse(query));
}

async function shrinkAnswered(
  ready: PreparedWorld | undefined,
  { operation, difference }: { readonly operation: Operation; readonly difference: Difference },
): Promise<Operation> {
  if (ready === undefined) return operation;
  return shrinkOperation(ready.monolith.schema, operation, async (smaller) =>
    isSame(await ready.compareAnswers(smaller), difference),
  );
}

async function shrinkRefused({ world, difference }: FailingCase, prepare: Prepare): Promise<FailingCase> {
  // A smaller split that can't be satisfied is refused rightly.
  const refusalOf = (smaller: World) => {
    const ready = prepare(smaller);
    return ready !== undefined && isSatisfiable(smaller) ? ready.refusal : undefined;
  };
  const small = await shrinkWorld(world, 0, (smaller) =>
    Promise.resolve(isSame(refusalOf(smaller), difference)),
  );
  return { world: small, difference: refusalOf(small) ?? difference };
}

async function tryOperation(
  ready: PreparedWorld | undefined,
  operation: Operation,
): Promise<Difference | undefined> {
  if (ready === undefined || ready.refusal !== undefined) return undefined;
  if (validate(ready.monolith.schema, parse(operation.query)).length > 0) return undefined;
  return ready.compareAnswers(operation);
}

/** Of a refusal the first code and reason have to be the same: taking things away easily makes a world that is refused rightly. */
function isSame(found: Difference | undefined, wanted: Difference): boolean {
  if (found?.kind !== wanted.kind) return false;
  return wanted.kind !== 'refused' || codesOf(found) === codesOf(wanted);
}

/** The first code, and the first reason that names no type and no field. */
function codesOf({ text }: Difference): string {
  const code = /[A-Z]+(?:_[A-Z]+)+/.exec(text)?.[0] ?? text.slice(0, 40);
  const reason =
    /@requires|by key|does not answer/.exec(text.slice(text.indexOf('from subgraph')))?.[0] ?? '';
  return `${code} ${reason}`;
}
