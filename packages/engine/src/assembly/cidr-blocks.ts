/** CloudFormation template reference, "Fn::Cidr": cuts an IPv4 or IPv6 block into smaller ones. */
import { AssemblyFault } from './load-assembly-options.ts';

const FAMILIES = { ipv4: { bits: 32, groupBits: 8 }, ipv6: { bits: 128, groupBits: 16 } } as const;

/** "Valid values are between 1 and 256." */
const MAX_BLOCKS = 256;

/**
 * @param block - e.g. `10.0.0.0/16`
 * @param hostBits - of each smaller block
 * @throws AssemblyFault for a block that is not valid or too small
 */
export function cidrBlocks(block: string, count: number, hostBits: number): readonly string[] {
  const [address = '', prefix = ''] = block.split('/');
  const family = address.includes(':') ? FAMILIES.ipv6 : FAMILIES.ipv4;
  const prefixBits = Number(prefix);
  const newPrefix = family.bits - hostBits;
  const isPossible =
    prefix !== '' &&
    count >= 1 &&
    count <= MAX_BLOCKS &&
    newPrefix >= prefixBits &&
    count <= 2 ** (newPrefix - prefixBits);
  if (!isPossible) {
    throw new AssemblyFault(`Fn::Cidr can't cut ${count} blocks of ${hostBits} bits out of "${block}".`);
  }
  const size = BigInt(family.bits);
  const hostMask = (1n << (size - BigInt(prefixBits))) - 1n;
  const first = parseAddress(address, family.groupBits) & ~hostMask;
  return Array.from({ length: count }, (_, index) => {
    const start = first + (BigInt(index) << BigInt(hostBits));
    return `${formatAddress(start, family)}/${newPrefix}`;
  });
}

function parseAddress(address: string, groupBits: number): bigint {
  const groups = groupBits === 8 ? address.split('.') : expandIpv6(address);
  return groups.reduce(
    (value, group) => (value << BigInt(groupBits)) + BigInt(groupBits === 8 ? group : `0x${group}`),
    0n,
  );
}

/** `::` stands for as many zero groups as are missing. */
function expandIpv6(address: string): readonly string[] {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
}

function formatAddress(
  value: bigint,
  { bits, groupBits }: { readonly bits: number; readonly groupBits: number },
): string {
  const groups = Array.from(
    { length: bits / groupBits },
    (_, index) => (value >> BigInt(bits - groupBits * (index + 1))) & ((1n << BigInt(groupBits)) - 1n),
  );
  if (groupBits === 8) return groups.join('.');
  return groups
    .map((group) => group.toString(16))
    .join(':')
    .replace(/(^|:)0(:0)+$/, '::');
}
