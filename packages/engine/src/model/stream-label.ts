/**
 * Last part of the ARN of a table's stream. On AWS it is the time of the stream's creation, which a template can't know:
 * assembly and database agree on this one, so that ARNs are the same on every start.
 */
export const STREAM_LABEL = '2026-01-01T00:00:00.000';
