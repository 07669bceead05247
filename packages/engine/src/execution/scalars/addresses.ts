/** Grammar of AWSEmail, AWSURL, AWSPhone and AWSIPAddress. See AppSync developer guide, "Scalar types in GraphQL". */
import { isIP } from 'node:net';

const EMAIL =
  /^[^\s@<>()[\]\\,;:"]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/;
const URL_WITH_SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const PHONE = /^\+?\d+(?:[ -]\d+)*$/;
/** North American numbering plan: area code and exchange start with 2 to 9. */
const NANP = /^1?[2-9]\d{2}[2-9]\d{6}$/;
/** ITU-T E.164: at most 15 digits. */
const MAX_PHONE_DIGITS = 15;
const MIN_INTERNATIONAL_DIGITS = 7;
const IPV4_BITS = 32;
const IPV6_BITS = 128;

export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

/** Any scheme; the path has no empty segment. */
export function isUrl(text: string): boolean {
  return URL_WITH_SCHEME.test(text) && URL.canParse(text) && !new URL(text).pathname.includes('//');
}

/** Digits in groups; without a country code the number must be a North American one. */
export function isPhone(text: string): boolean {
  if (!PHONE.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  if (!text.startsWith('+')) return NANP.test(digits);
  return digits.length >= MIN_INTERNATIONAL_DIGITS && digits.length <= MAX_PHONE_DIGITS;
}

/** IPv4 or IPv6, with an optional CIDR suffix. */
export function isIpAddress(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? IPV4_BITS : IPV6_BITS);
}
