/** Counts the frames of one event until every subscriber has its own, and compares them. */

export interface EventGate {
  /** Expects the next event. @returns resolves when the last subscriber has its frame */
  readonly open: () => Promise<void>;
  readonly take: (frame: Buffer) => void;
  /** When the last frame came, as `performance.now()`. */
  readonly deliveredAt: () => number;
  readonly lastFrame: () => string;
  readonly wrongFrames: () => number;
}

/** Where the payload begins: behind the subscription's id (a UUID in all frames) and the type. */
const PAYLOAD_MARK = '"payload"';

export function createEventGate(subscribers: number): EventGate {
  let missing = 0;
  let wrong = 0;
  let deliveredAt = 0;
  let expected: Buffer = Buffer.alloc(0);
  let payloadStart = 0;
  let onDelivered: () => void = () => undefined;
  return {
    open: () => {
      missing = subscribers;
      return new Promise((resolve) => (onDelivered = resolve));
    },
    take: (frame) => {
      if (missing === subscribers) {
        expected = Buffer.from(frame);
        payloadStart = frame.indexOf(PAYLOAD_MARK);
      } else if (
        frame.length !== expected.length ||
        frame.compare(expected, payloadStart, expected.length, payloadStart) !== 0
      ) {
        wrong += 1;
      }
      missing -= 1;
      if (missing > 0) return;
      deliveredAt = performance.now();
      onDelivered();
    },
    deliveredAt: () => deliveredAt,
    lastFrame: () => expected.toString(),
    wrongFrames: () => wrong,
  };
}
