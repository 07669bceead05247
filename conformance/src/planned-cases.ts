/** Which operations of the suites the plan can count, and which it counts exactly. */
import { labelsOf, labelVariable } from '@tributary/compiler';
import type { Compilation, PlannedResolver } from '@tributary/compiler';
import type { Suite, SuiteCase } from './suite.ts';

/** Where entities are missing or values are null, calls are saved or made again: a plan does not know the data. */
export function isPlanned({ name }: SuiteCase): boolean {
  return !/^(failing|unplanned)-/.test(name);
}

/** Labels of `@override` that the suite's environment makes active. */
export function activeLabels(
  { model }: Compilation,
  { environment }: Pick<Suite, 'environment'>,
): Set<string> {
  return new Set(labelsOf(model).filter((label) => environment[labelVariable(label)] === 'on'));
}

/** Below abstract types the plan holds every call that some value may need. */
export function dependsOnType(resolvers: readonly PlannedResolver[]): boolean {
  return resolvers.some(
    ({ calls, children }) => calls.some((call) => call.dependsOnType) || dependsOnType(children),
  );
}

/** Fields with arguments, which a subgraph may have answered along with their parent. */
export function asksForSingleFields(resolvers: readonly PlannedResolver[]): boolean {
  return resolvers.some(
    ({ calls, children }) =>
      calls.some(({ operation, asks }) => operation === 'BatchInvoke' && !asks.includes('{')) ||
      asksForSingleFields(children),
  );
}
