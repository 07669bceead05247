/** The engine as a whole: a cloud assembly in, one port that answers as AppSync would out. */
import type { LoadAssemblyOptions } from './assembly/index.ts';
import type { EngineOptions, RunningEngine } from './contract.ts';
import { buildFront } from './lifecycle/build-front.ts';
import type { InProcessFunction } from './lambda-host/index.ts';
import type { CleanUpStack } from './lifecycle/clean-up-stack.ts';
import { createCleanUpStack } from './lifecycle/clean-up-stack.ts';
import { describeNotices } from './lifecycle/describe-notices.ts';
import { assemblyFaulty, loadModel } from './lifecycle/load-model.ts';
import { openFrontDoor } from './lifecycle/open-front-door.ts';
import type { ReplaceOutcome } from './lifecycle/running-app.ts';
import { createRunningApp } from './lifecycle/running-app.ts';
import { serveDynamoDb } from './lifecycle/serve-dynamodb.ts';
import { startServices } from './lifecycle/start-services.ts';
import { createStepTimer } from './lifecycle/step-timer.ts';
import type { AppModel } from './model/app-model.ts';
import { createSubscriptionRegistry } from './realtime/index.ts';

/**
 * Starts everything, or nothing: a start that fails ends what it had begun.
 * @throws EngineStartError for a port that is taken, an assembly that can't be run, a data folder that can't be used
 */
export async function startEngine(options: EngineOptions): Promise<RunningEngine> {
  const cleanUps = createCleanUpStack();
  try {
    return await start(options, cleanUps);
  } catch (error) {
    await cleanUps.run();
    throw error;
  }
}

async function start(options: EngineOptions, cleanUps: CleanUpStack): Promise<RunningEngine> {
  const { log } = options;
  const startedAtMs = performance.now();
  const step = createStepTimer(log, () => performance.now());

  const door = await openFrontDoor(options.host, options.port);
  cleanUps.add(() => door.close());
  const open = (directory: string): Promise<AppModel> =>
    loadModel(assemblyOptions(options, door.url, directory));
  const model =
    'model' in options ? options.model : await step('assembly', () => open(options.assemblyDirectory));
  for (const text of describeNotices(model)) log({ kind: 'notice', text });

  const services = await step('services', () =>
    startServices({ ...options, inProcessFunctions: inProcess(options) }, model, cleanUps),
  );
  const registry = createSubscriptionRegistry((text) => log({ kind: 'warning', text }));
  const app = createRunningApp({
    ...services,
    registry,
    step,
    fidelity: 'model' in options ? options.fidelity : undefined,
    nativeResolvers: 'model' in options ? options.nativeResolvers : undefined,
    startsTogether: 'model' in options ? options.startsTogether : undefined,
    log: ({ resolver, level, text }) => log({ kind: 'resolver-log', resolver, level, text }),
  });
  const outcome = await app.replace(model);
  if (!outcome.ok) throw assemblyFaulty(sourceOf(options), outcome.errors);

  const dynamodbUrl = await serveDynamoDb(options, { url: door.url, dynamodb: services.dynamodb, cleanUps });
  const front = buildFront(options, { app, registry, ...services });
  door.connect(front.routes);
  services.lambda.warm();
  // Before the services go: answers that are under way still need them.
  cleanUps.add(() => {
    front.realtime.stop();
    return door.close();
  });

  return {
    url: door.url,
    dynamodbUrl,
    startedInMs: performance.now() - startedAtMs,
    updateApi: (update) => app.updateApi(update),
    reloadSubgraphHandler: (name, codeDirectory) => app.reloadSubgraphHandler(name, codeDirectory),
    replaceAssembly: (directory) => explain(async () => app.replace(await open(directory))),
    stop: () => cleanUps.run(),
  };
}

function assemblyOptions(options: EngineOptions, apiUrl: string, directory: string): LoadAssemblyOptions {
  const { parameters = {}, secrets = {} } = options;
  const stack = 'stackName' in options ? { stackName: options.stackName } : {};
  return { apiUrl, parameters, secrets, directory, ...stack };
}

function inProcess(options: EngineOptions): ReadonlyMap<string, InProcessFunction> {
  return new Map('model' in options ? Object.entries(options.inProcessFunctions) : []);
}

function sourceOf(options: EngineOptions): string {
  return 'model' in options ? 'given as a model' : options.assemblyDirectory;
}

/** A replacement that fails is an answer, not an exception: the application goes on as it was. */
async function explain(replace: () => Promise<ReplaceOutcome>): Promise<ReplaceOutcome> {
  try {
    return await replace();
  } catch (error) {
    return { ok: false, errors: [error instanceof Error ? error.message : String(error)] };
  }
}
