/** Functions of ours, which need no environment of their own: they run in the engine's own thread. */
import type { LambdaFunctionModel } from '../model/app-model.ts';
import type { InvokeResult, LambdaHost } from './contract.ts';
import { createActivityLog } from './function-activity.ts';
import { functionError } from './invoke-results.ts';

export type InProcessFunction =
  /** Gets its event through JSON, as a function elsewhere would. */
  | ((event: unknown) => Promise<unknown>)
  /**
   * Gets the event as resolvers made it, which saves the copy: it must not change it, and arrays in it have only the
   * methods that AppSync's JavaScript has.
   */
  | { readonly takesEventAsIs: (event: unknown) => Promise<unknown> };

/**
 * A host that runs the functions named here itself and hands every other call on. They have no timeout and no memory
 * limit: only code that is trusted as the engine is may run so.
 */
export function withInProcessFunctions(
  host: LambdaHost,
  functions: ReadonlyMap<string, InProcessFunction>,
  nowMs: () => number,
): LambdaHost {
  if (functions.size === 0) return host;
  const activity = createActivityLog();
  const running = new Map<string, number>();

  async function run(
    functionName: string,
    invoke: InProcessFunction,
    payload: unknown,
  ): Promise<InvokeResult> {
    const startedAtMs = nowMs();
    running.set(functionName, (running.get(functionName) ?? 0) + 1);
    const result = await settle(invoke, payload, () => nowMs() - startedAtMs);
    running.set(functionName, (running.get(functionName) ?? 1) - 1);
    activity.addResult(functionName, result);
    return result;
  }

  const isElsewhere = ({ functionName }: LambdaFunctionModel): boolean => !functions.has(functionName);
  return {
    ...host,
    invoke(functionName, payload, clientContext) {
      const invoke = functions.get(functionName);
      return invoke === undefined
        ? host.invoke(functionName, payload, clientContext)
        : run(functionName, invoke, payload);
    },
    invokeAsync(functionName, payload) {
      const invoke = functions.get(functionName);
      if (invoke === undefined) host.invokeAsync(functionName, payload);
      else void run(functionName, invoke, payload);
    },
    update: (models) => host.update(models.filter(isElsewhere)),
    activity: (functionName) =>
      functions.has(functionName)
        ? {
            warmEnvironments: 0,
            runningCalls: running.get(functionName) ?? 0,
            ...activity.read(functionName),
          }
        : host.activity(functionName),
  };
}

function call(invoke: InProcessFunction, payload: unknown): Promise<unknown> {
  if (typeof invoke !== 'function') return invoke.takesEventAsIs(payload);
  return invoke(JSON.parse(JSON.stringify(payload ?? null)));
}

async function settle(
  invoke: InProcessFunction,
  payload: unknown,
  elapsedMs: () => number,
): Promise<InvokeResult> {
  try {
    return { kind: 'success', payload: await call(invoke, payload), durationMs: elapsedMs() };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return functionError({ errorType: error.name, errorMessage: error.message, trace: [] }, elapsedMs());
  }
}
