/** IP address ranges in CIDR notation, of both versions. */

interface Address {
  readonly value: bigint;
  readonly bits: 32 | 128;
}

const GROUPS = 8;

/** @returns undefined when the text is no range */
export function compileAddressRange(range: string): ((text: string) => boolean) | undefined {
  const [networkText = '', lengthText = ''] = range.split('/');
  const network = parseAddress(networkText);
  const length = Number(lengthText);
  if (network === undefined || !/^\d+$/.test(lengthText) || length > network.bits) return undefined;
  const shift = BigInt(network.bits - length);
  return (text) => {
    const address = parseAddress(text);
    return address?.bits === network.bits && address.value >> shift === network.value >> shift;
  };
}

function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseVersion6(text) : parseVersion4(text);
}

function parseVersion4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined;
  return { bits: 32, value: parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n) };
}

/** `::` stands for as many groups of zeros as are missing. */
function parseVersion6(text: string): Address | undefined {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = GROUPS - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return { bits: 128, value: groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n) };
}
