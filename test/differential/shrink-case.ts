/** From a failing case to a small one: the operation, then the world, then the operation again. */
import { parse, validate } from 'graphql';
import type { Operation } from './generate-operation.ts';
import { shrinkOperation } from './shrink-operation.ts';
import { shrinkWorld } from './shrink-world.ts';
import { prepareWorld } from './try-case.ts';
import type { Difference, PreparedWorld } from './try-case.ts';
import type { World } from './world.ts';

export interface FailingCase {
  readonly world: World;
  /** Absent where the world is refused as a whole. */
  readonly operation?: Operation;
  readonly difference: Difference;
}

/** @returns a case with a difference of the same kind */
export async function shrinkCase(failing: FailingCase): Promise<FailingCase> {
  if (failing.operation === undefined) return shrinkRefused(failing);
  const first = await shrinkAnswered(failing.world, failing.operation, failing.difference);
  const world = await shrinkWorld(failing.world, async (smaller) =>
    isSame(await tryOperation(smaller, first), failing.difference),
  );
  const operation = await shrinkAnswered(world, first, failing.difference);
  const again = await shrinkWorld(world, async (smaller) =>
    isSame(await tryOperation(smaller, operation), failing.difference),
  );
  return {
    world: again,
    operation,
    difference: (await tryOperation(again, operation)) ?? failing.difference,
  };
}

async function shrinkAnswered(
  world: World,
  operation: Operation,
  difference: Difference,
): Promise<Operation> {
  const prepared = prepareWorld(world);
  return shrinkOperation(prepared.monolith.schema, operation, async (smaller) =>
    isSame(await prepared.compareAnswers(smaller), difference),
  );
}

async function shrinkRefused({ world, difference }: FailingCase): Promise<FailingCase> {
  const refusalOf = (smaller: World) => prepared(smaller)?.refusal;
  const small = await shrinkWorld(world, (smaller) =>
    Promise.resolve(isSame(refusalOf(smaller), difference)),
  );
  return { world: small, difference: refusalOf(small) ?? difference };
}

async function tryOperation(world: World, operation: Operation): Promise<Difference | undefined> {
  const ready = prepared(world);
  if (ready === undefined || ready.refusal !== undefined) return undefined;
  if (validate(ready.monolith.schema, parse(operation.query)).length > 0) return undefined;
  return ready.compareAnswers(operation);
}

/** undefined for a world that is not one: something that is left refers to something that is gone. */
function prepared(world: World): PreparedWorld | undefined {
  try {
    return prepareWorld(world);
  } catch {
    return undefined;
  }
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
