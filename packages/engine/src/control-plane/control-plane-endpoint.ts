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

/** AppSync API reference, "EvaluateMappingTemplate", "Request Syntax". */
const EVALUATE_TEMPLATE_PATH = '/v1/dataplane-evaluatetemplate';

/** First segments of all other calls of the API reference, those for AppSync Events included. */
const OTHER_CALLS = /^\/(v1\/(apis|datasources|domainnames|mergedApis|sourceApis|tags)|v2\/apis)(\/|$)/;

/** @returns the refusal of a control-plane call that the engine does not have; undefined for every other path */
export function refuseControlPlaneCall(method: string, pathname: string): HttpAnswer | undefined {
  if (pathname === EVALUATE_TEMPLATE_PATH) {
    return notImplemented('Mapping templates are not run here: write APPSYNC_JS and use EvaluateCode.');
  }
  if (!OTHER_CALLS.test(pathname)) return undefined;
  return notImplemented(
    `${method} ${pathname} is not available here. The engine runs the API of the cloud assembly: change the CDK application. Of AppSync's own calls it answers EvaluateCode, GetApiCache and FlushApiCache.`,
  );
}

function notImplemented(message: string): HttpAnswer {
  return refusal(501, 'NotImplementedException', message);
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
