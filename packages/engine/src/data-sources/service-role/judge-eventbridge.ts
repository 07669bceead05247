/** The calls of an EventBridge data source under its service role. */
import type { EventServices } from '../../events/contract.ts';
import { ServiceFault } from '../../events/http/service-fault.ts';
import type { ServiceRole } from './service-role.ts';

export interface JudgedBus {
  /** undefined: everything is allowed. */
  readonly role: ServiceRole | undefined;
  readonly eventBusArn: string;
}

/** EventBridge user guide, "Actions": `events:PutEvents` on the bus; without it the call is refused as a whole. */
export function judgeEventBridge(
  events: Pick<EventServices, 'putEvents'>,
  { role, eventBusArn }: JudgedBus,
): Pick<EventServices, 'putEvents'> {
  const refusal = role?.refusal('events:PutEvents', eventBusArn);
  if (refusal === undefined) return events;
  return {
    putEvents() {
      throw new ServiceFault('AccessDeniedException', refusal);
    },
  };
}
