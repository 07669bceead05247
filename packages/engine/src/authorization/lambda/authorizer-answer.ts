/** The answer of a Lambda authorizer. AppSync developer guide, "AWS_LAMBDA authorization", response. */
import { isRecord } from '../../model/is-record.ts';

export interface AuthorizerAnswer {
  readonly isAuthorized: boolean;
  /** `ctx.identity.resolverContext` */
  readonly resolverContext: Readonly<Record<string, unknown>>;
  /** `Type.field` */
  readonly deniedFields: readonly string[];
  /** Seconds; undefined: the API's own setting. */
  readonly ttlOverride: number | undefined;
}

export type ParsedAuthorizerAnswer =
  | { readonly ok: true; readonly answer: AuthorizerAnswer }
  /** For the terminal: the caller is told nothing but that it may not. */
  | { readonly ok: false; readonly reason: string };

/** AppSync developer guide, "AWS_LAMBDA authorization", resolverContext: 5 MB (checked 2026-11-21). */
const MAX_CONTEXT_BYTES = 5 * 1024 * 1024;

const FIELD = /^[_A-Za-z]\w*\.[_A-Za-z]\w*$/;
const FIELD_ARN = /^arn:[^:]+:appsync:[^:]*:[^:]*:apis\/([^/]+)\/types\/(\w+)\/fields\/(\w+)$/;

/**
 * @param apiId - denied fields may be ARNs, of several APIs where they share a function
 * @returns a fault for whatever can't be read: an answer that may have meant to deny must not let anybody in
 */
export function parseAuthorizerAnswer(value: unknown, apiId: string): ParsedAuthorizerAnswer {
  if (!isRecord(value)) return fault('is not an object');
  const { isAuthorized, resolverContext, deniedFields, ttlOverride } = value;
  if (typeof isAuthorized !== 'boolean') return fault('has no boolean "isAuthorized"');
  const context = resolverContext ?? {};
  if (!isRecord(context)) return fault('has a "resolverContext" that is not an object');
  const nested = Object.keys(context).find(
    (key) => typeof context[key] === 'object' && context[key] !== null,
  );
  if (nested !== undefined) return fault(`has an object or a list in "resolverContext.${nested}"`);
  if (Buffer.byteLength(JSON.stringify(context)) > MAX_CONTEXT_BYTES) {
    return fault('has a "resolverContext" of more than 5 MB');
  }
  const denied = deniedFields ?? [];
  if (!Array.isArray(denied)) return fault('has "deniedFields" that are not a list');
  const names = denied.map((entry: unknown) => toFieldName(entry, apiId));
  if (names.includes(undefined))
    return fault('has an entry in "deniedFields" that is neither Type.field nor an ARN');
  return {
    ok: true,
    answer: {
      isAuthorized,
      resolverContext: context,
      deniedFields: names.filter((name): name is string => name !== undefined && name !== OTHER_API),
      ttlOverride: typeof ttlOverride === 'number' && ttlOverride >= 0 ? ttlOverride : undefined,
    },
  };
}

const OTHER_API = '';

function toFieldName(entry: unknown, apiId: string): string | undefined {
  if (typeof entry !== 'string') return undefined;
  if (FIELD.test(entry)) return entry;
  const [, api, typeName, fieldName] = FIELD_ARN.exec(entry) ?? [];
  if (api === undefined) return undefined;
  return api === apiId ? `${typeName}.${fieldName}` : OTHER_API;
}

function fault(what: string): ParsedAuthorizerAnswer {
  return { ok: false, reason: `The answer of the Lambda authorizer ${what}.` };
}
