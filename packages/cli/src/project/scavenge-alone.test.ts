import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { scavengeFlags } from './scavenge-alone.ts';

it('leaves helpers alone that have CPUs of their own', () => {
  expect(scavengeFlags(8)).toEqual([]);
});

it('uses flags that Node knows', () => {
  expect(scavengeFlags(2)).not.toEqual([]);
  expect(execFileSync(process.execPath, [...scavengeFlags(2), '-p', '"runs"'], { encoding: 'utf8' })).toBe(
    'runs\n',
  );
});
