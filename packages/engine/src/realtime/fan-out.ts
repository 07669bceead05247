/**
 * Sends events to many subscribers in slices, so that a mutation with thousands of subscribers does not keep HTTP
 * requests and other sockets waiting. Events stay in the order of their publication, for every subscriber.
 */
import type { WireText } from './text-frame.ts';

/** One subscription on one socket. */
export interface Subscriber {
  /** @param payloadTail - the end of a `data` frame, from behind the id; nothing happens once the subscription has ended */
  deliver(payloadTail: WireText): void;
  /** Ends the subscription and closes its connection. */
  invalidate(): void;
}

export interface FanOut {
  deliver(subscribers: Iterable<Subscriber>, payloadTail: WireText): void;
  /** Sends at once what still waits. */
  flush(): void;
}

/** Frames; our choice: some milliseconds of work between two looks at other requests. */
export const SLICE_FRAMES = 500;

/** Frames; our choice: where mutations outrun the sockets, publishing waits for them, and memory stays bounded. */
export const MAX_WAITING_FRAMES = 200_000;

interface Job {
  readonly subscribers: readonly Subscriber[];
  readonly payloadTail: WireText;
  next: number;
}

/** @param later - runs a function after the events that wait already; `setImmediate` */
export function createFanOut(later: (run: () => void) => unknown): FanOut {
  const jobs = new Set<Job>();
  let waitingFrames = 0;
  let sliceLeft = SLICE_FRAMES;
  let isScheduled = false;

  function send(maxFrames: number): void {
    let left = maxFrames;
    for (const job of jobs) {
      while (left > 0 && job.next < job.subscribers.length) {
        job.subscribers[job.next]?.deliver(job.payloadTail);
        job.next += 1;
        left -= 1;
        waitingFrames -= 1;
      }
      if (job.next < job.subscribers.length) break;
      jobs.delete(job);
    }
    sliceLeft = Math.max(0, sliceLeft - (maxFrames - left));
    if (isScheduled || sliceLeft === SLICE_FRAMES) return;
    isScheduled = true;
    later(() => {
      isScheduled = false;
      sliceLeft = SLICE_FRAMES;
      send(SLICE_FRAMES);
    });
  }

  return {
    deliver(subscribers, payloadTail) {
      const job = { subscribers: [...subscribers], payloadTail, next: 0 };
      jobs.add(job);
      waitingFrames += job.subscribers.length;
      send(waitingFrames > MAX_WAITING_FRAMES ? waitingFrames : sliceLeft);
    },
    flush: () => send(waitingFrames),
  };
}
