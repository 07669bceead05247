/** `inspectLambda` through the whole engine: which function it is, where it says so, what a wrong name gives. */
import { afterEach, describe, expect, it } from 'vitest';
import { startTodoEngine } from './start-todo-engine.ts';

let todo: Awaited<ReturnType<typeof startTodoEngine>> | undefined;
afterEach(async () => {
  await todo?.engine.stop();
  todo = undefined;
});

describe('inspectLambda', () => {
  it('opens the inspector of one function, found by a part of its name, while the API answers', async () => {
    todo = await startTodoEngine({ inspectLambda: 'Audit' });
    const { events, query } = todo;
    const inspected = () =>
      events.flatMap((event) =>
        event.kind === 'lambda-log' && event.text.startsWith('Debugger: ws://127.0.0.1:')
          ? [event.functionName]
          : [],
      );
    await expect.poll(inspected, { timeout: 10_000 }).toEqual(['Todo-AuditFunction']);
    const { data, errors } = await query('{ crash }');
    expect(data).toEqual({ crash: null });
    expect(errors).toMatchObject([{ path: ['crash'], errorType: 'Lambda:Unhandled' }]);
  });

  it('refuses a name that no function has, with those that there are', async () => {
    await expect(startTodoEngine({ inspectLambda: 'Orders' })).rejects.toMatchObject({
      name: 'EngineStartError',
      kind: 'function-unknown',
      message: 'There is no Lambda function "Orders". Functions: Todo-AuditFunction.',
    });
  });
});
