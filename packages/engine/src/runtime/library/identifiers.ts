/** `util.autoId`, `util.autoUlid` and `util.autoKsuid`. */
import type { LibraryEnvironment } from './library-environment.ts';

type IdentifierSource = Pick<LibraryEnvironment, 'nowEpochMs' | 'randomBytes'>;

const CROCKFORD_BASE_32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Seconds since 1970 at which KSUID time starts (2014-05-13T16:53:20Z). KSUID reference, "How do KSUIDs work?" */
const KSUID_EPOCH_SECONDS = 1_400_000_000;
const ULID_TIME_CHARS = 10;
const ULID_RANDOM_CHARS = 16;
const KSUID_CHARS = 27;

export function buildIdentifiers({ nowEpochMs, randomBytes }: IdentifierSource) {
  return {
    autoId: (): string => formatUuid(randomBytes(16)),
    autoUlid: (): string =>
      encode(BigInt(Math.trunc(nowEpochMs())), CROCKFORD_BASE_32, ULID_TIME_CHARS) +
      encode(toBigInt(randomBytes(10)), CROCKFORD_BASE_32, ULID_RANDOM_CHARS),
    autoKsuid: (): string => {
      const seconds = BigInt(Math.trunc(nowEpochMs() / 1000) - KSUID_EPOCH_SECONDS);
      return encode((seconds << 128n) | toBigInt(randomBytes(16)), BASE_62, KSUID_CHARS);
    },
  };
}

/** A version 4 UUID (RFC 9562) from 16 random bytes. */
function formatUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  }).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function toBigInt(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function encode(value: bigint, alphabet: string, chars: number): string {
  const base = BigInt(alphabet.length);
  let text = '';
  for (let rest = value; text.length < chars; rest /= base)
    text = (alphabet[Number(rest % base)] ?? '') + text;
  return text;
}
