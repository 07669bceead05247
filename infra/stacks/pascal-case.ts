/** Turns a subgraph name into the form of construct ids: `live-polls` -> `LivePolls`. */
export function toPascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z0-9])/g, (_match, first: string) => first.toUpperCase());
}
