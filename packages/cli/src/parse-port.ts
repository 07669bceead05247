import { InvalidArgumentError } from 'commander';

const MAX_PORT = 65_535;

/** Parses `--port`; 0 lets the system choose a free one. @throws InvalidArgumentError */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > MAX_PORT) {
    throw new InvalidArgumentError(`A port is a whole number from 0 to ${MAX_PORT}.`);
  }
  return port;
}
