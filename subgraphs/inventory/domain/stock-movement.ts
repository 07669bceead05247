/** Movements: stock goes up by inbound, down by outbound. Pure. */
import { SubgraphError } from '@tributary/subgraph';
import type { MovementReason } from '../generated/types.ts';

/** Pieces in one movement: more is a typing error. */
const MAX_QUANTITY = 1_000_000;

export interface MovementRecord {
  readonly id: string;
  readonly productId: string;
  readonly warehouseId: string;
  /** Pieces: positive in, negative out. */
  readonly delta: number;
  readonly reason: MovementReason;
  readonly reference: string | null;
  /** AWSDateTime. */
  readonly at: string;
}

export interface MovementRequest {
  readonly productId: string;
  readonly warehouseId: string;
  readonly quantity: number;
  readonly reference?: string | null;
}

export interface MovementStamp {
  readonly id: string;
  readonly at: string;
}

/** @throws SubgraphError `InvalidQuantity` unless quantity is 1 to 1,000,000 */
export function inboundMovement(request: MovementRequest, stamp: MovementStamp): MovementRecord {
  return { ...toRecord(request, stamp), delta: checkQuantity(request.quantity), reason: 'INBOUND' };
}

/** @throws SubgraphError `InvalidQuantity` unless quantity is 1 to 1,000,000 */
export function outboundMovement(request: MovementRequest, stamp: MovementStamp): MovementRecord {
  return { ...toRecord(request, stamp), delta: -checkQuantity(request.quantity), reason: 'OUTBOUND' };
}

function toRecord({ productId, warehouseId, reference }: MovementRequest, { id, at }: MovementStamp) {
  return { id, productId, warehouseId, reference: reference ?? null, at };
}

function checkQuantity(quantity: number): number {
  if (Number.isInteger(quantity) && quantity >= 1 && quantity <= MAX_QUANTITY) return quantity;
  throw new SubgraphError('InvalidQuantity', `quantity must be 1 to ${MAX_QUANTITY}, got ${quantity}`);
}
