/** What a connection needs of its socket. */
import type { WireText } from './text-frame.ts';

export interface Outlet {
  send(frame: string): void;
  /** A `data` frame in its two parts: what is the subscriber's own, and what all share. */
  sendData(head: WireText, tail: WireText): void;
  /** Closes in good order, after what was sent. */
  close(): void;
}
