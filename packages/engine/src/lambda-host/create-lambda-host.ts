/** The Lambda host: a pool of warm execution environments for each function. */
import type { LambdaFunctionModel } from '../model/app-model.ts';
import { createAsyncInvocations } from './async-invocations.ts';
import type { InvokeResult, LambdaHost, LambdaHostOptions } from './contract.ts';
import { createActivityLog } from './function-activity.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import { DEFAULT_INSPECTOR_PORT, type InspectorPort } from './inspected-process.ts';
import { HOST_STOPPED, notRunnable } from './invoke-results.ts';
import { functionNotFound } from './lambda-service-error.ts';

export function createLambdaHost(given: LambdaHostOptions): LambdaHost {
  const activity = createActivityLog();
  const options: LambdaHostOptions = {
    ...given,
    log(line) {
      activity.addLine(line);
      given.log(line);
    },
  };
  const pools = new Map<string, FunctionPool>();
  const inspectorPort: InspectorPort = {
    preferred: options.firstInspectorPort ?? DEFAULT_INSPECTOR_PORT,
    current: undefined,
  };
  const asyncInvocations = createAsyncInvocations({
    invoke: async (functionName, payload) => invoke(poolOf(functionName), payload),
    modelOf: (functionName) => pools.get(functionName)?.model(),
    log: options.log,
    retryDelayMs: options.asyncRetryDelayMs,
    sendToDestination: options.sendToDestination,
  });
  let isStopped = false;
  options.functions.forEach(addPool);

  function addPool(model: LambdaFunctionModel): void {
    const isInspected = model.functionName === options.inspectedFunctionName;
    const inspection = isInspected ? { inspectorPort } : {};
    pools.set(model.functionName, createFunctionPool(model, { ...options, ...inspection }));
  }

  function poolOf(functionName: string): FunctionPool {
    const pool = pools.get(functionName);
    if (pool === undefined) throw functionNotFound(functionName);
    return pool;
  }

  async function invoke(
    pool: FunctionPool,
    payload: unknown,
    clientContext?: unknown,
  ): Promise<InvokeResult> {
    if (isStopped) return HOST_STOPPED;
    const model = pool.model();
    const result =
      model.notRunnable === undefined ? await pool.invoke(payload, clientContext) : notRunnable(model);
    activity.addResult(model.functionName, result);
    return result;
  }

  return {
    invoke: async (functionName, payload, clientContext) =>
      invoke(poolOf(functionName), payload, clientContext),
    invokeAsync(functionName, payload) {
      poolOf(functionName);
      asyncInvocations.add(functionName, payload);
    },
    warm() {
      for (const pool of pools.values()) if (pool.model().notRunnable === undefined) pool.warm();
    },
    reload(functionName) {
      const pool = poolOf(functionName);
      pool.replace(pool.model());
    },
    setCodeDirectory(functionName, codeDirectory) {
      const pool = poolOf(functionName);
      pool.replace({ ...pool.model(), codeDirectory });
    },
    update(functions) {
      const names = new Set(functions.map((model) => model.functionName));
      for (const [name, pool] of pools) {
        if (names.has(name)) continue;
        pools.delete(name);
        pool.replace(pool.model());
      }
      for (const model of functions) {
        const pool = pools.get(model.functionName);
        if (pool === undefined) addPool(model);
        else if (JSON.stringify(pool.model()) !== JSON.stringify(model)) pool.replace(model);
      }
    },
    kill: (functionName) => void poolOf(functionName).kill(),
    activity(functionName) {
      const { warm, busy } = poolOf(functionName).environments();
      return { warmEnvironments: warm, runningCalls: busy, ...activity.read(functionName) };
    },
    async stop() {
      isStopped = true;
      asyncInvocations.stop();
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}
