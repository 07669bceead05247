/** Server-to-client WebSocket frames (RFC 6455, section 5.2) off a byte stream: text, whole, unmasked. */

const TEXT_FRAME = 0x81;
const SHORT_HEADER = 2;
const MEDIUM_HEADER = 4;
/** RFC 6455: a length byte of 126 says that two bytes with the length follow. */
const MEDIUM_LENGTH = 126;
const LONG_LENGTH = 127;

/** Calls `onFrame` with each frame's payload; the payload is only valid during the call. */
export function createFrameReader(onFrame: (payload: Buffer) => void): (bytes: Buffer) => void {
  let rest: Buffer | undefined;
  return (bytes) => {
    const received = rest === undefined ? bytes : Buffer.concat([rest, bytes]);
    let at = 0;
    for (;;) {
      const frame = findFrame(received, at);
      if (frame === undefined) break;
      onFrame(received.subarray(frame.start, frame.end));
      at = frame.end;
    }
    // A copy, because the caller reuses its buffer.
    rest = at === received.length ? undefined : Buffer.from(received.subarray(at));
  };
}

/** @throws Error for control frames, fragments and frames over 64 KB, which no contender sends here */
function findFrame(bytes: Buffer, at: number): { readonly start: number; readonly end: number } | undefined {
  if (bytes.length < at + SHORT_HEADER) return undefined;
  const length = bytes[at + 1] ?? 0;
  if (bytes[at] !== TEXT_FRAME || length === LONG_LENGTH) {
    throw new Error(`unexpected WebSocket frame ${bytes.toString('latin1', at, at + 100)}`);
  }
  if (length !== MEDIUM_LENGTH) return whole(bytes, at + SHORT_HEADER, length);
  if (bytes.length < at + MEDIUM_HEADER) return undefined;
  return whole(bytes, at + MEDIUM_HEADER, bytes.readUInt16BE(at + SHORT_HEADER));
}

function whole(bytes: Buffer, start: number, length: number) {
  return bytes.length < start + length ? undefined : { start, end: start + length };
}

/** A client's text frame, masked with zeros: legal, and without work. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const isShort = payload.length < MEDIUM_LENGTH;
  const head = Buffer.alloc((isShort ? SHORT_HEADER : MEDIUM_HEADER) + 4);
  head[0] = TEXT_FRAME;
  head[1] = 0x80 | (isShort ? payload.length : MEDIUM_LENGTH);
  if (!isShort) head.writeUInt16BE(payload.length, SHORT_HEADER);
  return Buffer.concat([head, payload]);
}
