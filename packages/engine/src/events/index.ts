export type { EventServices, PutEventsResult, PutEventsResultEntry } from './contract.ts';
export { createEventServices } from './create-event-services.ts';
export { withLocalQueueUrls } from './queues/local-queue-url.ts';
