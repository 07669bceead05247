import { expect, it } from 'vitest';
import { runChild } from './run-child.ts';

const directory = process.cwd();

it('answers exit code and output', async () => {
  const stop = new AbortController().signal;
  const script = 'console.log(process.env.GREETING); console.error("bad"); process.exitCode = 3;';
  const outcome = await runChild({
    command: [process.execPath, '-e', script],
    directory,
    environment: { GREETING: 'hello' },
    stop,
  });
  expect(outcome.exitCode).toBe(3);
  expect(outcome.output.split('\n').sort()).toEqual(['', 'bad', 'hello']);
});

it('runs a shell command line', async () => {
  const outcome = await runChild({
    command: 'echo one && echo two',
    directory,
    stop: new AbortController().signal,
  });
  expect(outcome).toEqual({ exitCode: 0, output: 'one\ntwo\n' });
});

it('ends grandchildren too when it is stopped', async () => {
  const controller = new AbortController();
  // The outcome comes only when every holder of the pipes is gone, the grandchild included.
  const running = runChild({ command: 'sleep 600 & sleep 600; wait', directory, stop: controller.signal });
  setTimeout(() => controller.abort(), 50);
  expect((await running).exitCode).toBeUndefined();
});
