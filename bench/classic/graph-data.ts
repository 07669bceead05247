/** The data of the classic benchmark, as data.json of a fixture holds it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface GraphData {
  readonly USERS: readonly UserData[];
  readonly PRODUCTS: readonly ProductData[];
  readonly REVIEWS: readonly ReviewData[];
  readonly INVENTORY: readonly { readonly upc: string; readonly in_stock: boolean }[];
}

export interface UserData {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  /** Seconds since 1970. */
  readonly birthday: number;
}

export interface ProductData {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly notes: string;
  readonly internal: string;
}

export interface ReviewData {
  readonly id: string;
  readonly body: string;
  readonly product: { readonly upc: string };
}

/** @throws Error when the folder has no data.json */
export function readGraphData(fixture: string): GraphData {
  return JSON.parse(readFileSync(join(fixture, 'data.json'), 'utf8')) as GraphData;
}
