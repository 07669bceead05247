/** Limits of AppSync's real-time endpoint, and those of this server where AppSync names none. */

/** AppSync developer guide, "Building a real-time WebSocket client": `connectionTimeoutMs` of the ack (checked 2026-11-21). */
export const CONNECTION_TIMEOUT_MS = 300_000;

/** Time between `ka` frames; the Amplify client complains after 65 seconds without one (api-graphql 4.10.1). */
export const KEEP_ALIVE_INTERVAL_MS = 60_000;

/** AppSync developer guide, "Building a real-time WebSocket client": connections last 24 hours (checked 2026-11-21). */
export const CONNECTION_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** Service quotas, "Subscriptions per client connection" (checked 2026-11-21). */
export const MAX_SUBSCRIPTIONS_PER_CONNECTION = 200;

/** Service quotas, "Subscription payload size": 240 KB (checked 2026-11-21). */
export const MAX_PAYLOAD_BYTES = 240 * 1024;

/** A refused client is told so when it says its first word; a silent one is cut off after the time that Amplify waits. */
export const REFUSED_CONNECTION_TIMEOUT_MS = 15_000;

/** Our choice: a query of 15,000 tokens with its variables fits. */
export const MAX_CLIENT_FRAME_BYTES = 1024 * 1024;

/** Our choice: eight of the largest events; a client that lets more pile up is cut off, so that it can't fill the memory of all. */
export const MAX_BUFFERED_BYTES = 8 * MAX_PAYLOAD_BYTES;

/** Sockets that the console lists, the latest ones; our choice: more is not for human eyes. */
export const MAX_LISTED_SOCKETS = 200;
