/** What a planner is asked, as JSON. */
export interface AskedOperation {
  /** SDL, with the subgraphs' addresses. */
  readonly supergraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
