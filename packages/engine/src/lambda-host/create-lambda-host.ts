/** The Lambda host: a pool of warm worker threads for each function. */
import type { LambdaFunctionModel } from '../model/app-model.ts';
import type { InvokeResult, LambdaHost, LambdaHostOptions } from './contract.ts';
import { createFunctionPool, type FunctionPool } from './function-pool.ts';
import { HOST_STOPPED } from './invoke-results.ts';

/** A call named a function that the assembly does not have. */
export class FunctionNotFoundError extends Error {
  override readonly name = 'ResourceNotFoundException';
}

export function createLambdaHost(options: LambdaHostOptions): LambdaHost {
  const pools = new Map<string, FunctionPool>();
  let isStopped = false;
  options.functions.forEach(addPool);

  function addPool(model: LambdaFunctionModel): void {
    pools.set(model.functionName, createFunctionPool(model, options));
  }

  function poolOf(functionName: string): FunctionPool {
    const pool = pools.get(functionName);
    if (pool === undefined) throw new FunctionNotFoundError(`Function not found: ${functionName}`);
    return pool;
  }

  function invoke(pool: FunctionPool, payload: unknown): Promise<InvokeResult> {
    return isStopped ? Promise.resolve(HOST_STOPPED) : pool.invoke(payload);
  }

  async function invokeAndLog(functionName: string, payload: unknown): Promise<void> {
    const result = await invoke(poolOf(functionName), payload);
    if (result.kind !== 'success') options.log({ functionName, level: 'error', text: result.errorMessage });
  }

  return {
    invoke: async (functionName, payload) => invoke(poolOf(functionName), payload),
    /** Differs from Lambda: a failed call is logged and not tried again. */
    invokeAsync(functionName, payload) {
      poolOf(functionName);
      void invokeAndLog(functionName, payload);
    },
    warm: () => pools.forEach((pool) => pool.warm()),
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
    async stop() {
      isStopped = true;
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
}
