/** All sample data as files: path below `subgraphs/` -> items of the subgraph's table. Same bytes in every run. */
import { toOrderItem } from './orders/store/order-item.ts';
import { seedCustomers, toCustomersItems } from './customers/seeding/customer-seed.ts';
import { toInventoryItems } from './inventory/seeding/inventory-seed.ts';
import { seedOrders } from './orders/seeding/order-seed.ts';
import { toPollItems } from './polls/seeding/poll-seed.ts';
import { seedProducts, toCatalogItems } from './catalog/seeding/product-seed.ts';
import { seededRandom } from './seed-random.ts';

/** Each domain has numbers of its own: a change in one leaves the files of the others as they are. */
export function seedFiles(): Readonly<Record<string, readonly object[]>> {
  const products = seedProducts(seededRandom(1));
  const customers = seedCustomers(seededRandom(2));
  const orders = seedOrders(seededRandom(3), {
    prices: new Map(products.map((product) => [product.id, product.price])),
    customerIds: customers.map((customer) => customer.id),
  });
  return {
    'catalog/seed/catalog.json': toCatalogItems(products),
    'customers/seed/customers.json': toCustomersItems(customers),
    'inventory/seed/inventory.json': toInventoryItems(
      seededRandom(4),
      products.map((product) => product.id),
    ),
    'orders/seed/orders.json': orders.map(toOrderItem),
    'polls/seed/polls.json': toPollItems(),
  };
}
