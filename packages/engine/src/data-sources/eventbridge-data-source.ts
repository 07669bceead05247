import type { EventServices } from '../events/contract.ts';
import { ServiceFault } from '../events/http/service-fault.ts';
import { isRecord } from '../model/is-record.ts';
import { type DataSourceAnswer, type SingleDataSource, answered, failed, refused } from './data-source.ts';

/** Events of one call. AppSync developer guide, "Resolver function reference for EventBridge" (checked 2026-11-21). */
const MAX_EVENTS = 10;

/**
 * Puts events onto the local bus. An event that the bus refuses is an entry of the result, never an error.
 * @see AppSync developer guide, "JavaScript resolver function reference for EventBridge"
 */
export function createEventBridgeDataSource(options: {
  readonly name: string;
  readonly eventBusArn: string;
  readonly events: Pick<EventServices, 'putEvents'>;
}): SingleDataSource {
  const { name, eventBusArn, events } = options;
  return {
    kind: 'single',
    name,
    invoke(request) {
      const parsed = parseRequest(request);
      if (!parsed.ok) return Promise.resolve(refused(parsed.message));
      const entries = parsed.events.map((event) => toEntry(event, eventBusArn));
      return Promise.resolve(putEvents(events, entries));
    },
  };
}

/** Differs or unconfirmed: the type of a call that the service refuses as a whole. */
function putEvents(events: Pick<EventServices, 'putEvents'>, entries: readonly unknown[]): DataSourceAnswer {
  try {
    return answered(events.putEvents(entries));
  } catch (fault) {
    if (!(fault instanceof ServiceFault)) throw fault;
    return failed({ message: fault.message, type: `AmazonEventBridge:${fault.code}` });
  }
}

type ParsedRequest =
  | { readonly ok: true; readonly events: readonly Readonly<Record<string, unknown>>[] }
  | { readonly ok: false; readonly message: string };

function parseRequest(request: unknown): ParsedRequest {
  const { operation, events } = isRecord(request) ? request : {};
  if (operation === undefined) return { ok: false, message: "Value for field '$[operation]' not found." };
  if (operation !== 'PutEvents') {
    return { ok: false, message: `Unsupported operation ${JSON.stringify(operation)}.` };
  }
  if (!Array.isArray(events)) return { ok: false, message: "Value for field '$[events]' not found." };
  if (events.length < 1 || events.length > MAX_EVENTS || !events.every(isRecord)) {
    return { ok: false, message: `PutEvents takes a list of 1 to ${MAX_EVENTS} events.` };
  }
  return { ok: true, events };
}

/** The resolver's names to those of the service's API, which takes the detail as text. */
function toEntry(event: Readonly<Record<string, unknown>>, eventBusArn: string): Record<string, unknown> {
  const { source, detail, detailType, resources, time } = event;
  return {
    Source: source,
    DetailType: detailType,
    Detail: isRecord(detail) ? JSON.stringify(detail) : detail,
    EventBusName: eventBusArn,
    ...(resources === undefined || resources === null ? {} : { Resources: resources }),
    ...(time === undefined || time === null ? {} : { Time: time }),
  };
}
