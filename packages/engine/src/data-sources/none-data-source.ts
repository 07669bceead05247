import { isRecord } from '../model/is-record.ts';
import { type SingleDataSource, answered } from './data-source.ts';

/** AppSync developer guide, "NONE data source": answers with the request's payload; null when there is none. */
export function createNoneDataSource(name: string): SingleDataSource {
  return {
    kind: 'single',
    name,
    invoke: (request) => Promise.resolve(answered(isRecord(request) ? request['payload'] : null)),
  };
}
