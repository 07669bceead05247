// console.* of a function, as messages to the host: one for each line, with its level.
import { format } from 'node:util';

const LEVELS = { log: 'info', info: 'info', warn: 'warn', error: 'error', debug: 'debug', trace: 'debug' };

/**
 * Lines of one second that are passed on; our choice, against a loop that does nothing but print: the host would get no
 * time to end it.
 */
const MAX_LINES_PER_SECOND = 2_000;

/** @param {(message: object) => void} post */
export function forwardConsole(post) {
  let second = 0;
  let lines = 0;
  const postLine = (level, text) => {
    const now = Math.floor(Date.now() / 1000);
    if (now !== second) [second, lines] = [now, 0];
    lines += 1;
    if (lines <= MAX_LINES_PER_SECOND) post({ kind: 'log', level, text });
    else if (lines === MAX_LINES_PER_SECOND + 1)
      post({
        kind: 'log',
        level: 'warn',
        text: `More than ${MAX_LINES_PER_SECOND} lines in a second: the rest is dropped.`,
      });
  };
  for (const [method, level] of Object.entries(LEVELS)) {
    console[method] = (...values) => {
      for (const text of format(...values).split('\n')) postLine(level, text);
    };
  }
}
