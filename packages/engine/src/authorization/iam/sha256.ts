/** SHA-256, keyed or not, in the form that the signing library wants it. */
import type { BinaryToTextEncoding, Hash, Hmac } from 'node:crypto';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

type Data = string | ArrayBuffer | ArrayBufferView;

/** A class because the library calls it with `new`; its state is the text hashed so far. */
export class Sha256 {
  readonly #secret: Data | undefined;
  #state: Hash | Hmac;

  constructor(secret?: Data) {
    this.#secret = secret;
    this.#state = begin(secret);
  }

  update(data: Data): void {
    this.#state.update(toBytes(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#state.digest());
  }

  reset(): void {
    this.#state = begin(this.#secret);
  }
}

export function sha256Of(text: string, encoding: BinaryToTextEncoding): string {
  return createHash('sha256').update(text).digest(encoding);
}

/** In a time that does not tell where two texts differ. */
export function isSameText(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(sha256Of(left, 'hex')), Buffer.from(sha256Of(right, 'hex')));
}

function begin(secret: Data | undefined): Hash | Hmac {
  return secret === undefined ? createHash('sha256') : createHmac('sha256', toBytes(secret));
}

function toBytes(data: Data): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(data);
}
