import { authType } from './auth-type.ts';
import { buildDynamoDbUtil } from './dynamodb/dynamodb-util.ts';
import { base64Decode, base64Encode, escapeJavaScript, urlDecode, urlEncode } from './encodings.ts';
import { stopHandler } from './handler-stop.ts';
import { buildHttpUtil } from './http-util.ts';
import { buildIdentifiers } from './identifiers.ts';
import { matchesWholly } from './java-regex/replace-matches.ts';
import type { LibraryEnvironment } from './library-environment.ts';
import { buildMathUtil } from './math-util.ts';
import { toJsonObject } from './rds/to-json-object.ts';
import { toResolverError } from './resolver-error.ts';
import { buildTimeUtil } from './time/time-util.ts';
import { buildTransformUtil } from './transform/transform-util.ts';
import { buildXmlUtil } from './xml/xml-util.ts';

/**
 * The global `util`.
 * @see AppSync developer guide, "Built-in utilities"
 */
export function buildUtil(environment: LibraryEnvironment) {
  const { currentCall, nowEpochMs, random } = environment;
  return {
    ...buildIdentifiers(environment),
    error: (...parameters: unknown[]): never =>
      stopHandler({ kind: 'error', error: toResolverError(parameters) }),
    appendError: (...parameters: unknown[]): void => {
      currentCall().appendedErrors.push(toResolverError(parameters));
    },
    unauthorized: (): never => stopHandler({ kind: 'unauthorized' }),
    authType: (): string => authType(currentCall().context.identity),
    // Differs or unconfirmed: the guide does not say whether the whole text must match; Java's Pattern.matches does.
    matches: (pattern: unknown, text: unknown): boolean => matchesWholly(String(pattern), String(text)),
    escapeJavaScript,
    urlEncode,
    urlDecode,
    base64Encode,
    base64Decode,
    str: {
      normalize: (text: string, form: string): string => text.normalize(form.toUpperCase()),
    },
    math: buildMathUtil(random),
    time: buildTimeUtil(nowEpochMs),
    dynamodb: buildDynamoDbUtil(),
    transform: buildTransformUtil(),
    http: buildHttpUtil(currentCall),
    xml: buildXmlUtil(),
    rds: { toJsonObject },
  };
}
