/** An entity of another subgraph, by its key: all that a resolver answers of it. */
export interface Reference {
  readonly id: string;
}
