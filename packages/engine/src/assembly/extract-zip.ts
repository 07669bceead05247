/** Unpacks a zip file with what Node.js has: stored and deflated entries, no encryption, no ZIP64. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL_HEADER_BYTES = 30;
const CENTRAL_HEADER = 0x02014b50;
const CENTRAL_HEADER_BYTES = 46;
const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;

/** Bytes that Lambda lets a function's unpacked code have. AWS Lambda developer guide, "Lambda quotas" (2026-11). */
const MAX_UNPACKED_BYTES = 250 * 1024 * 1024;

interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly data: Buffer;
}

/**
 * @param directory - absolute; made when it is missing
 * @throws Error for a file that is no zip file of this kind, or one that would write outside of the directory
 */
export async function extractZip(file: string, directory: string): Promise<void> {
  let unpackedBytes = 0;
  for (const { name, isDeflated, data } of readEntries(await readFile(file))) {
    const target = resolve(directory, name);
    if (!target.startsWith(directory + sep))
      throw new Error(`The entry "${name}" lies outside of the folder.`);
    const content = isDeflated ? inflateRawSync(data, { maxOutputLength: MAX_UNPACKED_BYTES }) : data;
    unpackedBytes += content.length;
    if (unpackedBytes > MAX_UNPACKED_BYTES)
      throw new Error('It unpacks to more than the 250 MB that Lambda takes.');
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

function readEntries(zip: Buffer): readonly ZipEntry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== CENTRAL_HEADER) throw new Error('Its directory is damaged.');
    const method = zip.readUInt16LE(at + 10);
    const sizeBytes = zip.readUInt32LE(at + 20);
    const nameBytes = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + CENTRAL_HEADER_BYTES, at + CENTRAL_HEADER_BYTES + nameBytes);
    const isFolder = name.endsWith('/');
    if (!isFolder && method !== 0 && method !== 8)
      throw new Error(`"${name}" is packed by method ${method}.`);
    if (!isFolder) {
      const start = dataStart(zip, zip.readUInt32LE(at + 42));
      entries.push({ name, isDeflated: method === 8, data: zip.subarray(start, start + sizeBytes) });
    }
    at += CENTRAL_HEADER_BYTES + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** The lengths in the entry's own header differ from those in the directory. */
function dataStart(zip: Buffer, header: number): number {
  return header + LOCAL_HEADER_BYTES + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
}

/** The record stands at the end, before a comment of any length. */
function findEnd(zip: Buffer): number {
  const last = zip.length - END_OF_DIRECTORY_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at -= 1) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error('It is not a zip file.');
}
