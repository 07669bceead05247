/** Customers of the sample warehouse. */
import type { Customer } from '../generated/types.ts';
import { emailKey, toCustomerItem } from '../store/customer-item.ts';
import { before, DAY_MS, seedId } from '../../seed-clock.ts';
import type { Random } from '../../seed-random.ts';

const CUSTOMER_COUNT = 200;

const FIRST_NAMES = (
  'Ada Alan Amara Anouk Beatriz Carlos Chloe Daniel Elena Emil Fatima Felix Grace Hanna Hugo Ines Ivan Jana Jonas ' +
  'Julia Kai Lea Leon Linnea Luca Magda Marta Mateo Mia Nils Noor Olga Oscar Paula Priya Rafael Sara Sofia Tom Yusuf'
).split(' ');

const LAST_NAMES = (
  'Adler Andersson Bakker Bauer Becker Bianchi Bruun Costa Dubois Eriksen Fischer Garcia Hansen Hoffmann Horvat ' +
  'Jansen Keller Kowalski Lange Larsen Lopez Martin Meyer Moreau Novak Okafor Peeters Petrov Rossi Schmidt Silva ' +
  'Singh Svensson Tanaka Vogel Wagner Walker Weber Wilson Ziegler'
).split(' ');

const CITIES = [
  { city: 'Berlin', country: 'DE' },
  { city: 'Hamburg', country: 'DE' },
  { city: 'Munich', country: 'DE' },
  { city: 'Leipzig', country: 'DE' },
  { city: 'Cologne', country: 'DE' },
  { city: 'Vienna', country: 'AT' },
  { city: 'Zurich', country: 'CH' },
  { city: 'Paris', country: 'FR' },
  { city: 'Lyon', country: 'FR' },
  { city: 'Amsterdam', country: 'NL' },
  { city: 'Brussels', country: 'BE' },
  { city: 'Copenhagen', country: 'DK' },
  { city: 'Stockholm', country: 'SE' },
  { city: 'Warsaw', country: 'PL' },
  { city: 'Madrid', country: 'ES' },
  { city: 'Milan', country: 'IT' },
  { city: 'London', country: 'GB' },
  { city: 'Dublin', country: 'IE' },
  { city: 'New York', country: 'US' },
  { city: 'Toronto', country: 'CA' },
] as const;

export function seedCustomers(random: Random): readonly Customer[] {
  const taken = new Set<string>();
  return Array.from({ length: CUSTOMER_COUNT }, (_, index) => {
    const name = uniqueName(random, taken);
    const { city, country } = random.pick(CITIES);
    return {
      id: seedId('c', index + 1),
      name,
      email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
      city: random.fraction() < 0.05 ? null : city,
      country,
      memberSince: before(random.between(91, 1500) * DAY_MS).slice(0, 'yyyy-mm-dd'.length),
    };
  });
}

/** The table's items: customers, and the guards of their addresses. */
export function toCustomersItems(customers: readonly Customer[]): readonly object[] {
  const guards = customers.map(({ id, email }) => ({ ...emailKey(email), customerId: id }));
  return [...customers.map(toCustomerItem), ...guards];
}

function uniqueName(random: Random, taken: Set<string>): string {
  let name: string;
  do name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
  while (taken.has(name));
  taken.add(name);
  return name;
}
