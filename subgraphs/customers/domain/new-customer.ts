/** Registering a customer: what must hold, and how it is written down. Pure. */
import { SubgraphError } from '@tributary/subgraph';
import type { Customer, RegisterCustomerInput } from '../generated/types.ts';

export interface Registration {
  readonly id: string;
  /** AWSDate, e.g. `2026-11-20`. */
  readonly today: string;
}

/**
 * The customer that an input describes: texts trimmed, address in lower case, country in upper case.
 * @throws SubgraphError `InvalidCustomer` for an empty name or a country that is not two letters
 */
export function newCustomer(input: RegisterCustomerInput, { id, today }: Registration): Customer {
  const name = input.name.trim();
  const country = input.country.trim().toUpperCase();
  if (name === '') throw new SubgraphError('InvalidCustomer', 'a customer needs a name');
  if (!/^[A-Z]{2}$/.test(country)) {
    throw new SubgraphError(
      'InvalidCustomer',
      `country must be a code of two letters, got "${input.country}"`,
    );
  }
  const city = input.city?.trim() ?? '';
  return {
    id,
    name,
    email: emailIdentity(input.email),
    city: city === '' ? null : city,
    country,
    memberSince: today,
  };
}

/** Addresses that differ in case only are one address. */
export function emailIdentity(email: string): string {
  return email.trim().toLowerCase();
}
