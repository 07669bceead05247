/** The project's own data for the classic benchmark, always the same: an answer of about 87 KB. */
import type { GraphData } from './graph-data.ts';

const USERS = 6;
const PRODUCTS = 9;
/** Which product each review is of: the first five have four, four, one, two and none. */
const REVIEWED = [1, 1, 2, 2, 1, 2, 3, 1, 4, 2, 4];
const WORDS_PER_REVIEW = 57;
const FIRST_BIRTHDAY = 500_000_000;

const WORDS = `sturdy light loud quiet bright plain handle cable lid corner spring paint box week month
shelf kitchen garden cellar desk again never always mostly hardly cheap fair bought sent kept gave`.split(
  /\s+/,
);
const ARTICLES = ['Kettle', 'Ladder', 'Lamp', 'Drill', 'Stool', 'Radio', 'Tent', 'Clock', 'Scale'];

/** A linear congruential generator, with the constants of Numerical Recipes. @returns numbers from 0 up to `below` */
function seededRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function generateData(): GraphData {
  const random = seededRandom(1);
  const sentence = (words: number) =>
    Array.from({ length: words }, () => WORDS[random(WORDS.length)]).join(' ');
  return {
    USERS: Array.from({ length: USERS }, (_, at) => ({
      id: `${at + 1}`,
      name: `Person ${at + 1}`,
      username: `person${at + 1}`,
      birthday: FIRST_BIRTHDAY + random(FIRST_BIRTHDAY),
    })),
    PRODUCTS: Array.from({ length: PRODUCTS }, (_, at) => ({
      upc: `${at + 1}`,
      name: ARTICLES[at] ?? '',
      price: 10 + random(2000),
      weight: 10 + random(2000),
      notes: sentence(5),
      internal: sentence(5),
    })),
    REVIEWS: REVIEWED.map((upc, at) => ({
      id: `${at + 1}`,
      body: sentence(WORDS_PER_REVIEW),
      product: { upc: `${upc}` },
    })),
    INVENTORY: Array.from({ length: PRODUCTS }, (_, at) => ({ upc: `${at + 1}`, in_stock: random(2) === 1 })),
  };
}
