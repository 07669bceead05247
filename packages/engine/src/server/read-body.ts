/** The body of a request, up to a limit. */
import type { IncomingMessage } from 'node:http';

export type BodyResult =
  | { readonly kind: 'complete'; readonly text: string }
  | { readonly kind: 'too-large' }
  /** The client went away while it was sending. */
  | { readonly kind: 'aborted' };

/** What is over the limit is read and thrown away, so that the client gets to see the answer. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<BodyResult> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length;
      if (sizeBytes <= maxBytes) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    return { kind: 'aborted' };
  }
  if (sizeBytes > maxBytes) return { kind: 'too-large' };
  return { kind: 'complete', text: Buffer.concat(chunks).toString('utf8') };
}
