import { AssemblyFault } from './load-assembly-options.ts';
import type { StackArtifact } from './read-manifest.ts';

/**
 * The stack of that name (or artifact id) with all stacks that it depends on; every stack when no name is given.
 * @throws AssemblyFault for an unknown name
 */
export function selectStacks(
  stacks: readonly StackArtifact[],
  stackName: string | undefined,
): readonly StackArtifact[] {
  if (stackName === undefined) return stacks;
  const chosen = stacks.find((stack) => stack.stackName === stackName || stack.artifactId === stackName);
  if (chosen === undefined) {
    const known = stacks.map((stack) => stack.stackName).sort();
    throw new AssemblyFault(
      `There is no stack "${stackName}" in the assembly. Known stacks: ${known.join(', ')}.`,
    );
  }
  const selected = new Set<StackArtifact>();
  const add = (stack: StackArtifact): void => {
    if (selected.has(stack)) return;
    selected.add(stack);
    for (const other of stacks) if (stack.dependencies.includes(other.artifactId)) add(other);
  };
  add(chosen);
  return stacks.filter((stack) => selected.has(stack));
}
