/** Draws a product's cover as contour lines that are its own: the same id gives the same drawing. Pure. */
const CONTOUR_COUNT = 7;
const POINT_COUNT = 10;

/** Paths in a viewBox of 200 by 120, innermost first. */
export function toContours(productId: string): string[] {
  const random = createRandom(hashText(productId));
  const centerX = 50 + random() * 100;
  const centerY = 35 + random() * 50;
  const wobble = Array.from({ length: POINT_COUNT }, () => 0.72 + random() * 0.56);
  return Array.from({ length: CONTOUR_COUNT }, (_, ring) => {
    const radius = 9 + ring * 17;
    const points = wobble.map((factor, index) => {
      const angle = (index / POINT_COUNT) * 2 * Math.PI;
      const reach = radius * (1 + (factor - 1) * (0.4 + ring * 0.12));
      return { x: centerX + Math.cos(angle) * reach, y: centerY + Math.sin(angle) * reach * 0.8 };
    });
    return toClosedCurve(points);
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A smooth closed curve that bends at each point and passes through the middles between them. */
function toClosedCurve(points: readonly Point[]): string {
  const middles = points.map((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    return { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
  });
  const start = middles.at(-1) ?? { x: 0, y: 0 };
  const bends = points.map((point, index) => `Q${toText(point)} ${toText(middles[index] ?? point)}`);
  return `M${toText(start)}${bends.join('')}Z`;
}

const toText = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  return [...text].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
}

/** A small repeatable generator (mulberry32); values from 0 up to 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const spread = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((spread ^ (spread >>> 14)) >>> 0) / 2 ** 32;
  };
}
