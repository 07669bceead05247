/** Random splits by number, each with random operations, until the end or until there are enough findings. */
import { generateOperation } from './generate-operation.ts';
import { generateWorld, operationRandom, splitNumber } from './generate-case.ts';
import type { FailingCase } from './shrink-case.ts';
import { prepareWorld } from './try-case.ts';
import type { CreateApi } from './try-case.ts';

export interface DifferentialOptions {
  readonly seed: number;
  /** Numbers of the first split, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly operationsOfASplit: number;
  readonly maxFindings: number;
  /** What is compared with the plain server; the engine with Lambda subgraphs when absent. */
  readonly createApi?: CreateApi;
  readonly onProgress?: (progress: DifferentialReport) => void;
}

export interface DifferentialFinding extends FailingCase {
  /** For `--split N`. */
  readonly split: number;
}

export interface DifferentialReport {
  readonly splits: number;
  readonly operations: number;
  readonly findings: readonly DifferentialFinding[];
}

/** A split has at most one finding: what comes after it is most often the same. */
export async function runDifferential(options: DifferentialOptions): Promise<DifferentialReport> {
  const { seed, from, to, operationsOfASplit, maxFindings, createApi, onProgress } = options;
  const findings: DifferentialFinding[] = [];
  let operations = 0;
  let splits = 0;
  for (let index = from; index < to && findings.length < maxFindings; index += 1) {
    const number = splitNumber(seed, index);
    const world = generateWorld(number);
    const prepared = prepareWorld(world, createApi);
    splits += 1;
    if (prepared.refusal !== undefined) {
      findings.push({ split: index, world, difference: prepared.refusal });
      continue;
    }
    for (let position = 0; position < operationsOfASplit; position += 1) {
      const operation = generateOperation(operationRandom(number, position), prepared.monolith.schema);
      const difference = await prepared.compareAnswers(operation);
      operations += 1;
      onProgress?.({ splits, operations, findings });
      if (difference === undefined) continue;
      findings.push({ split: index, world, operation, difference });
      break;
    }
  }
  return { splits, operations, findings };
}
