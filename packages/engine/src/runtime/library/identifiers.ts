/** `util.autoId`, `util.autoUlid` and `util.autoKsuid`. */
import KSUID from 'ksuid';
import { ulid } from 'ulid';
import type { LibraryEnvironment } from './library-environment.ts';

type IdentifierSource = Pick<LibraryEnvironment, 'nowEpochMs' | 'randomBytes'>;

const KSUID_PAYLOAD_BYTES = 16;
const UUID_BYTES = 16;
/** A random byte as a fraction: 255/256 at most, which the ULID library expects to be below 1. */
const BYTE_VALUES = 256;

export function buildIdentifiers({ nowEpochMs, randomBytes }: IdentifierSource) {
  const randomFraction = (): number => (randomBytes(1)[0] ?? 0) / BYTE_VALUES;
  return {
    autoId: (): string => formatUuid(randomBytes(UUID_BYTES)),
    autoUlid: (): string => ulid(Math.trunc(nowEpochMs()), randomFraction),
    autoKsuid: (): string =>
      KSUID.fromParts(Math.trunc(nowEpochMs()), Buffer.from(randomBytes(KSUID_PAYLOAD_BYTES))).string,
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
