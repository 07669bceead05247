/** Names the subgraphs whose data a panel joins, each with its own color. */
export type SubgraphName = 'catalog' | 'customers' | 'inventory' | 'orders' | 'polls';

export function Sources({ names }: { readonly names: readonly SubgraphName[] }) {
  return (
    <ul className="sources" aria-label="Subgraphs that this panel reads">
      {names.map((name) => (
        <li key={name} data-subgraph={name}>
          {name}
        </li>
      ))}
    </ul>
  );
}
