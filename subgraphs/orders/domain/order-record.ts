/** An order as this subgraph answers it: customer and products are references. */
import type { Order, ResolversParentTypes } from '../generated/types.ts';

export type OrderRecord = Extract<ResolversParentTypes['Order'], Pick<Order, 'status'>>;
