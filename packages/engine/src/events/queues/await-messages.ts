import type { MessageQueue, ReceivedMessage } from './message-queue.ts';

/** Long polling: receives as soon as there is something, at the latest when the time is over. */
export async function awaitMessages(
  queue: MessageQueue,
  receive: () => readonly ReceivedMessage[],
  waitMs: number,
): Promise<readonly ReceivedMessage[]> {
  const untilMs = Date.now() + waitMs;
  for (;;) {
    const messages = receive();
    if (messages.length > 0 || Date.now() >= untilMs) return messages;
    await nextChange(queue, untilMs);
  }
}

function nextChange(queue: MessageQueue, untilMs: number): Promise<void> {
  return new Promise((resolve) => {
    const wakeAtMs = Math.min(queue.nextVisibleAtMs() ?? untilMs, untilMs);
    const timer = setTimeout(done, Math.max(0, wakeAtMs - Date.now()));
    timer.unref();
    const stopListening = queue.onChange(done);
    function done(): void {
      clearTimeout(timer);
      stopListening();
      resolve();
    }
  });
}
