/**
 * Text frames of RFC 6455, "Base Framing Protocol", from server to client: unmasked, whole, uncompressed. Subscribers of
 * one event differ by their id only, so the bytes that they share are prepared once, and each frame is one string for
 * one write to the socket.
 */
import type { Writable } from 'node:stream';

/** Text as its UTF-8 bytes, one character for each: joins to frames and is written without being encoded again. */
export type WireText = string & { readonly wireText: unique symbol };

const ASCII = /^[\0-\x7f]*$/;

export function toWireText(text: string): WireText {
  return (ASCII.test(text) ? text : Buffer.from(text).toString('latin1')) as WireText;
}

/** One write, so that what comes from elsewhere (a close, a pong) never lands inside the frame. */
export function writeTextFrame(socket: Writable, head: WireText, tail: WireText): void {
  socket.write(frameHeader(head.length + tail.length) + head + tail, 'latin1');
}

const FINAL_TEXT = '\x81';
const MAX_7_BIT_LENGTH = 125;
const MAX_16_BIT_LENGTH = 0xffff;

function frameHeader(lengthBytes: number): string {
  if (lengthBytes <= MAX_7_BIT_LENGTH) return FINAL_TEXT + String.fromCharCode(lengthBytes);
  if (lengthBytes <= MAX_16_BIT_LENGTH) return `${FINAL_TEXT}\x7e${bigEndian(lengthBytes, 2)}`;
  return `${FINAL_TEXT}\x7f${bigEndian(lengthBytes, 8)}`;
}

function bigEndian(value: number, byteCount: number): string {
  let bytes = '';
  for (let rest = value, index = 0; index < byteCount; index += 1, rest = Math.floor(rest / 256)) {
    bytes = String.fromCharCode(rest % 256) + bytes;
  }
  return bytes;
}
