/** The upper bound: node:http with an answer that is ready as bytes. Usage: node server.js PORT FIXTURE */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [port = '', fixture = ''] = process.argv.slice(2);
const answer = readFileSync(join(fixture, 'expected.json'));

createServer((request, response) => {
  request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(answer));
}).listen(Number(port), '127.0.0.1', () => console.log('ready '));
