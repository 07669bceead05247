import { InvalidArgumentError } from 'commander';

/** Parses `--dynamodb`. @throws InvalidArgumentError */
export function parseEndpoint(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new InvalidArgumentError('An address begins with http:// or https://, e.g. http://127.0.0.1:8000.');
  }
  return url.href;
}
