import { buildContext } from './build-context.ts';
import type { ResolverContext } from './contract.ts';
import { isRecord } from '../model/is-record.ts';

type Parts = Readonly<Record<string, unknown>>;

/**
 * A context from those parts of it that are given, as tests and EvaluateCode give them. `arguments` may be called
 * `args`; what is missing is empty.
 * Differs or unconfirmed: what the service puts in the place of a missing `info` or `request` is not published.
 */
export function contextFromParts(parts: Parts): ResolverContext {
  const { error, info, request } = parts;
  const infoParts = recordOf(info);
  const requestParts = recordOf(request);
  return buildContext({
    arguments: recordOf(parts['arguments'] ?? parts['args']),
    identity: parts['identity'] ?? null,
    source: parts['source'] ?? null,
    stash: recordOf(parts['stash']),
    env: textsOf(parts['env']),
    request: {
      headers: recordOf(requestParts['headers']),
      domainName: textOr(requestParts['domainName'], null),
    },
    info: {
      ...infoParts,
      fieldName: textOr(infoParts['fieldName'], ''),
      parentTypeName: textOr(infoParts['parentTypeName'], ''),
      variables: recordOf(infoParts['variables']),
      selectionSetList: listOfTexts(infoParts['selectionSetList']),
      selectionSetGraphQL: textOr(infoParts['selectionSetGraphQL'], ''),
    },
    ...(isRecord(parts['prev']) ? { prev: { ...parts['prev'], result: parts['prev']['result'] } } : {}),
    ...('result' in parts ? { result: parts['result'] } : {}),
    ...(isRecord(error)
      ? { error: { message: textOr(error['message'], ''), type: textOr(error['type'], '') } }
      : {}),
  });
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function textOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === 'string' ? value : other;
}

function textsOf(value: unknown): Record<string, string> {
  const texts = Object.entries(recordOf(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function listOfTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];
}
