/** Writes the few ASN.1 values of a certificate in DER. See ITU-T X.690, "Distinguished encoding rules". */

const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Tag, length, content. */
export function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

function lengthOf(count: number): Buffer {
  if (count < 0x80) return Buffer.from([count]);
  if (count < 0x100) return Buffer.from([0x81, count]);
  return Buffer.from([0x82, count >> 8, count & 0xff]);
}

export const sequence = (...parts: readonly Buffer[]): Buffer => tagged(TAG.sequence, ...parts);
export const setOf = (...parts: readonly Buffer[]): Buffer => tagged(TAG.set, ...parts);
export const octetString = (content: Buffer): Buffer => tagged(TAG.octetString, content);
export const utf8String = (text: string): Buffer => tagged(TAG.utf8String, Buffer.from(text, 'utf8'));

/** @param unusedBits - at the end of the last byte */
export function bitString(content: Buffer, unusedBits = 0): Buffer {
  return tagged(TAG.bitString, Buffer.from([unusedBits]), content);
}

/** A positive number; a zero byte keeps the first bit from meaning a sign. */
export function integer(magnitude: Buffer): Buffer {
  const isNegative = ((magnitude[0] ?? 0) & 0x80) !== 0;
  return tagged(TAG.integer, isNegative ? Buffer.concat([Buffer.from([0]), magnitude]) : magnitude);
}

/** Years 1950 to 2049. */
export function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replace(/\.\d+|[-:T]/g, '');
  return tagged(TAG.utcTime, Buffer.from(digits.slice(2), 'ascii'));
}

/** @param dotted - e.g. `1.2.840.10045.4.3.2` */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(TAG.objectIdentifier, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** Seven bits a byte, all but the last marked. */
function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}
