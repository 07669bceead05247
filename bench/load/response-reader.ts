/** Reads HTTP/1.1 responses off a keep-alive connection, as bytes: a client that costs as little as it can. */

const HEADERS_END = Buffer.from('\r\n\r\n');
const CHUNKS_END = Buffer.from('0\r\n\r\n');

export interface RawResponse {
  readonly status: number;
  readonly body: Buffer;
}

interface Head {
  readonly status: number;
  readonly bodyStart: number;
  /** undefined: chunked. */
  readonly bodyLength: number | undefined;
}

/** Feeds on pieces; answers a response when its last byte is there. One request is under way at a time. */
export function createResponseReader(): (piece: Buffer) => RawResponse | undefined {
  let received: Buffer = Buffer.alloc(0);
  let head: Head | undefined;
  return (piece) => {
    received = received.length === 0 ? piece : Buffer.concat([received, piece]);
    head ??= parseHead(received);
    if (head === undefined) return undefined;
    const { status, bodyStart, bodyLength } = head;
    const isComplete =
      bodyLength === undefined
        ? received.length >= bodyStart + CHUNKS_END.length &&
          received.subarray(-CHUNKS_END.length).equals(CHUNKS_END)
        : received.length >= bodyStart + bodyLength;
    if (!isComplete) return undefined;
    const rest = received.subarray(bodyStart);
    const response = { status, body: bodyLength === undefined ? joinChunks(rest) : rest };
    received = Buffer.alloc(0);
    head = undefined;
    return response;
  };
}

/** @throws Error for what is not HTTP/1.1 with a length or chunks */
function parseHead(received: Buffer): Head | undefined {
  const end = received.indexOf(HEADERS_END);
  if (end < 0) return undefined;
  const text = received.toString('latin1', 0, end);
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
  const length = /^content-length: *(\d+)/im.exec(text)?.[1];
  const isChunked = /^transfer-encoding: *chunked/im.test(text);
  if (status === undefined || (length === undefined && !isChunked)) {
    throw new Error(`not a response that the load generator can read: ${text}`);
  }
  return {
    status: Number(status),
    bodyStart: end + HEADERS_END.length,
    bodyLength: length === undefined ? undefined : Number(length),
  };
}

/** @param chunked - sizes, chunks and the empty chunk at the end */
function joinChunks(chunked: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < chunked.length;) {
    const sizeEnd = chunked.indexOf('\r\n', at);
    const size = Number.parseInt(chunked.toString('latin1', at, sizeEnd), 16);
    if (size === 0) break;
    const start = sizeEnd + '\r\n'.length;
    chunks.push(chunked.subarray(start, start + size));
    at = start + size + '\r\n'.length;
  }
  return Buffer.concat(chunks);
}
