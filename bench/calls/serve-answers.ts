import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AskedOperation } from './asked-operation.ts';

/** Serves a gateway that answers one operation at a time, and says `ready`; what it throws is an error of the answer. */
export function serveAnswers(port: string, answer: (asked: AskedOperation) => Promise<unknown>): void {
  createServer((request, response) => {
    json(request)
      .then((asked) => answer(asked as AskedOperation))
      .catch((error: unknown) => ({ errors: [{ message: String(error) }] }))
      .then((body) => response.end(JSON.stringify(body)), console.error);
  }).listen(Number(port), '127.0.0.1', () => console.log('ready '));
}
