export type { EventServices, PutEventsResult, PutEventsResultEntry } from './contract.ts';
export type { ApiInput, ApiOperations } from './http/answer-event-apis.ts';
export { ServiceFault } from './http/service-fault.ts';
export { createEventServices } from './create-event-services.ts';
export { withLocalQueueUrls } from './queues/local-queue-url.ts';
