/** Credentials that callers sign with on this machine; secrets that open nothing else. */

export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Accepted always, as the key `da2-local` is. */
export const LOCAL_ACCESS_KEY: AccessKey = { accessKeyId: 'local', secretAccessKey: 'local' };

/**
 * @param text - further keys: `id:secret`, several with commas between
 * @returns those that are well formed, behind the local one
 */
export function readAccessKeys(text: string | undefined): readonly AccessKey[] {
  const given = (text ?? '').split(',').flatMap((entry) => {
    const [, accessKeyId, secretAccessKey] = /^\s*([^:\s]+):(\S+)\s*$/.exec(entry) ?? [];
    return accessKeyId === undefined || secretAccessKey === undefined
      ? []
      : [{ accessKeyId, secretAccessKey }];
  });
  return [LOCAL_ACCESS_KEY, ...given];
}
