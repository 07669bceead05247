/** Turns a subgraph name into the stem of an environment variable: `live-polls` -> `LIVE_POLLS`. */
export function toEnvironmentName(subgraphName: string): string {
  return subgraphName.toUpperCase().replaceAll('-', '_');
}
