/** The API that answers right now; replaced as a whole when a new version of it is ready. */
import type { ApiExecutor } from './execution/contract.ts';
import type { ApiModel } from './model/app-model.ts';

export interface ActiveApi {
  readonly model: ApiModel;
  readonly executor: ApiExecutor;
  /** Counts up with each replacement; subscriptions of different versions never share a payload. */
  readonly version: number;
}
