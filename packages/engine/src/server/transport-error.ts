/** Faults of a request before GraphQL begins, in the shape that AppSync answers them with: no `data`. */
import type { HttpAnswer } from './send-body.ts';
import { JSON_TYPE } from './send-body.ts';

export interface TransportError {
  readonly status: number;
  readonly errorType: string;
  readonly message: string;
}

export const EMPTY_BODY: TransportError = {
  status: 400,
  errorType: 'MalformedHttpRequestException',
  message: 'Request body is empty.',
};

export const UNPARSABLE_BODY: TransportError = {
  status: 400,
  errorType: 'MalformedHttpRequestException',
  message: 'Unable to parse GraphQL query.',
};

/** The error type also goes into the header `x-amzn-errortype`. */
export function transportErrorAnswer({ status, errorType, message }: TransportError): HttpAnswer {
  return {
    status,
    headers: { 'content-type': JSON_TYPE, 'x-amzn-errortype': errorType },
    body: JSON.stringify({ errors: [{ errorType, message }] }),
  };
}
