/**
 * `ctx.identity.sourceIp`: the address of the connection, preceded by those that proxies have written down.
 * See AppSync developer guide, "Resolver mapping template context reference", identity.
 */
export function readSourceIp(
  forwardedFor: string | string[] | undefined,
  remoteAddress: string | undefined,
): readonly string[] {
  const forwarded = [forwardedFor ?? []].flat().flatMap((value) => value.split(','));
  return [...forwarded, remoteAddress ?? '']
    .map((address) => address.trim().replace(/^::ffff:(?=\d+\.)/, ''))
    .filter((address) => address !== '');
}
