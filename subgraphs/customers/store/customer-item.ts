/** Customers as items of the table. */
import type { Item } from '@tributary/subgraph/dynamodb';
import type { Customer } from '../generated/types.ts';

/** Partition of the index `by-listing`. */
export const LISTING = 'CUSTOMER';

export const customerKey = (id: string) => ({ pk: `CUSTOMER#${id}` });

/** The guard that makes an address unique; it holds the customer's id. */
export const emailKey = (email: string) => ({ pk: `EMAIL#${email}` });

/** The item of a customer: its fields, and what sorts it among all customers. */
export function toCustomerItem(customer: Customer) {
  return {
    ...customerKey(customer.id),
    ...customer,
    listing: LISTING,
    nameKey: `${customer.name.toLowerCase()}#${customer.id}`,
  };
}

/** Reads an item that `toCustomerItem` made. */
export function fromCustomerItem(item: Item): Customer {
  const { id, name, email, city = null, country, memberSince } = item as unknown as Customer;
  return { id, name, email, city, country, memberSince };
}
