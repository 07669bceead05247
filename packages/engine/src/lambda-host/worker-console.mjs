// console.* of a function, as messages to the host: one for each line, with its level.
import { format } from 'node:util';

const LEVELS = { log: 'info', info: 'info', warn: 'warn', error: 'error', debug: 'debug', trace: 'debug' };

/** @param {(message: object) => void} post */
export function forwardConsole(post) {
  for (const [method, level] of Object.entries(LEVELS)) {
    console[method] = (...values) => {
      for (const text of format(...values).split('\n')) post({ kind: 'log', level, text });
    };
  }
}
