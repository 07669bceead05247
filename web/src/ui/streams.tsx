import type { SubgraphName } from './sources.tsx';

/** Five streams that become one river, in the subgraphs' colors. */
const STREAMS: readonly { readonly name: SubgraphName; readonly path: string }[] = [
  { name: 'customers', path: 'M420 8C330 8 320 46 210 50S90 58 0 58' },
  { name: 'catalog', path: 'M420 34C350 34 330 52 240 54S100 60 0 60' },
  { name: 'orders', path: 'M420 62C300 62 200 62 0 62' },
  { name: 'inventory', path: 'M420 90C350 90 330 72 240 70S100 64 0 64' },
  { name: 'polls', path: 'M420 116C330 116 320 78 210 74S90 66 0 66' },
];

/** Decoration beside a page's title; it stands still for those who prefer that. */
export function Streams() {
  return (
    <svg className="streams" viewBox="0 0 420 124" aria-hidden="true">
      {STREAMS.map(({ name, path }) => (
        <g key={name} data-subgraph={name}>
          <path className="stream-bed" d={path} />
          <path className="stream-water" d={path} pathLength={100} />
        </g>
      ))}
    </svg>
  );
}
