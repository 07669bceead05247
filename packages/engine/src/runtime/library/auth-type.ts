import { isRecord } from '../../model/is-record.ts';

/**
 * The answer of `util.authType()`, read off the shape that `ctx.identity` has in each authorization mode.
 * Differs or unconfirmed: the text for Lambda authorization is not documented.
 * @see AppSync developer guide, "Identity"
 */
export function authType(identity: unknown): string {
  if (!isRecord(identity)) return 'API Key Authorization';
  if ('resolverContext' in identity) return 'Lambda Authorization';
  if ('userArn' in identity || 'accountId' in identity) return 'IAM Authorization';
  if ('defaultAuthStrategy' in identity || 'username' in identity) return 'User Pool Authorization';
  return 'Open ID Connect Authorization';
}
