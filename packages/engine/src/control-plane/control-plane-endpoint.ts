/** The calls of AppSync's control plane that the engine answers: those that test code. */
import type { IncomingMessage } from 'node:http';
import { readBody } from '../server/read-body.ts';
import type { HttpAnswer } from '../server/send-body.ts';
import { jsonAnswer } from '../server/send-body.ts';
import { evaluateCode } from './evaluate-code.ts';
import { MAX_EVALUATE_BODY_BYTES } from './limits.ts';
import { parseEvaluateCodeInput } from './parse-evaluate-code-input.ts';

/** AppSync API reference, "EvaluateCode", "Request Syntax". */
export const EVALUATE_CODE_PATH = '/v1/dataplane-evaluatecode';

/**
 * Answers `POST /v1/dataplane-evaluatecode` as the SDK's EvaluateCodeCommand sends it. The signature is not
 * verified: there is no account behind this call. Requests of web pages are refused, for a page of any site could
 * otherwise run code here.
 * @returns undefined when the client went away while it was sending
 */
export async function answerEvaluateCode(request: IncomingMessage): Promise<HttpAnswer | undefined> {
  if (request.method !== 'POST') {
    const answer = refusal(
      405,
      'MethodNotAllowedException',
      `Only POST is possible at ${EVALUATE_CODE_PATH}.`,
    );
    return { ...answer, headers: { ...answer.headers, allow: 'POST' } };
  }
  if (request.headers.origin !== undefined) {
    return refusal(403, 'AccessDeniedException', 'EvaluateCode is not open to web pages.');
  }
  const body = await readBody(request, MAX_EVALUATE_BODY_BYTES);
  if (body.kind === 'aborted') return undefined;
  if (body.kind === 'too-large') {
    const message = `The request body is larger than ${MAX_EVALUATE_BODY_BYTES} bytes.`;
    return refusal(413, 'RequestEntityTooLargeException', message);
  }
  const input = parseEvaluateCodeInput(parseJson(body.text));
  return input.ok
    ? jsonAnswer(200, evaluateCode(input.value))
    : refusal(400, 'BadRequestException', input.message);
}

/** An error of an AWS REST API: SDKs read its type from the header. Smithy, "restJson1", "Operation error serialization". */
function refusal(status: number, errorType: string, message: string): HttpAnswer {
  const answer = jsonAnswer(status, { message });
  return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': errorType } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
