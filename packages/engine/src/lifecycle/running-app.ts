/**
 * The application that answers right now, and how parts of it are replaced while it runs. Every replacement is made
 * complete and checked before it takes over; what has faults changes nothing.
 */
import type { ActiveApi } from '../active-api.ts';
import type { DataSource } from '../data-sources/index.ts';
import { createDataSources } from '../data-sources/index.ts';
import type { DynamoDb } from '../dynamodb/index.ts';
import type {
  FidelityOptions,
  NativeResolver,
  ResolverLogEvent,
  StartsTogether,
} from '../execution/index.ts';
import { createApiExecutor } from '../execution/index.ts';
import type { ApiUpdate } from '../contract.ts';
import { type EventServices, withLocalQueueUrls } from '../events/index.ts';
import type { LambdaHost } from '../lambda-host/index.ts';
import type { ApiModel, AppModel } from '../model/app-model.ts';
import type { StoredValueServices } from '../stored-values/index.ts';
import type { SubscriptionRegistry } from '../realtime/index.ts';
import { applyApiUpdate } from './apply-api-update.ts';
import { chooseApi } from './choose-api.ts';
import { prepareTables } from './prepare-tables.ts';
import type { RunStep } from './step-timer.ts';
import { withRoleCredentials } from './with-role-credentials.ts';

export interface RunningAppParts {
  readonly dynamodb: DynamoDb;
  readonly lambda: LambdaHost;
  readonly events: EventServices;
  readonly storedValues: StoredValueServices;
  /** Where functions reach queues. */
  readonly queueEndpoint: string;
  readonly registry: SubscriptionRegistry;
  readonly log: (event: ResolverLogEvent) => void;
  readonly step: RunStep;
  /** As AppSync when absent. */
  readonly fidelity?: Partial<FidelityOptions> | undefined;
  /** Of the first model; an update of the API comes with code only. */
  readonly nativeResolvers?: ReadonlyMap<string, NativeResolver> | undefined;
  readonly startsTogether?: StartsTogether | undefined;
}

export type ReplaceOutcome =
  { readonly ok: true } | { readonly ok: false; readonly errors: readonly string[] };

export interface RunningApp {
  /** @throws Error before the first successful `replace` */
  activeApi(): ActiveApi;
  model(): AppModel;
  /** Tables, functions and API of an assembly; the first one, or one in place of the current. */
  replace(model: AppModel): Promise<ReplaceOutcome>;
  updateApi(update: ApiUpdate): ReplaceOutcome;
  /** @throws Error for a subgraph that no function of the assembly carries */
  reloadSubgraphHandler(subgraphName: string, codeDirectory: string): void;
}

type PreparedApi =
  | { readonly ok: true; readonly active: ActiveApi }
  | { readonly ok: false; readonly errors: readonly string[] };

interface State {
  readonly model: AppModel;
  readonly dataSources: ReadonlyMap<string, DataSource>;
  readonly active: ActiveApi;
}

export function createRunningApp(parts: RunningAppParts): RunningApp {
  const { dynamodb, lambda, events, storedValues, queueEndpoint, registry, log, step } = parts;
  const { fidelity, startsTogether } = parts;
  let { nativeResolvers } = parts;
  let state: State | undefined;
  let version = 0;

  function current(): State {
    if (state === undefined) throw new Error('The engine has no API yet.');
    return state;
  }

  function prepareApi(api: ApiModel, dataSources: ReadonlyMap<string, DataSource>): PreparedApi {
    const result = createApiExecutor({
      api,
      dataSources,
      log,
      ...(fidelity === undefined ? {} : { fidelity }),
      ...(nativeResolvers === undefined ? {} : { nativeResolvers }),
      ...(startsTogether === undefined ? {} : { startsTogether }),
    });
    if (!result.ok) return result;
    const { executor } = result;
    // Never removed: requests that an API was asked before it was replaced still reach subscribers.
    executor.onPublish((event) => registry.publish(event));
    executor.onInvalidate((event) => registry.invalidate(event));
    version += 1;
    // They answer for the first model; what comes later has code only.
    nativeResolvers = undefined;
    return { ok: true, active: { model: api, executor, version } };
  }

  return {
    activeApi: () => current().active,
    model: () => current().model,
    async replace(model) {
      const api = chooseApi(model);
      const dataSources = createDataSources({ api, lambda, dynamodb, events, account: model });
      const prepared = await step('resolvers', () => prepareApi(api, dataSources));
      if (!prepared.ok) return prepared;
      await step('tables', () => prepareTables(dynamodb, model.tables));
      const functions = withRoleCredentials(model.lambdaFunctions, model);
      storedValues.update(model);
      lambda.update(withLocalQueueUrls(functions, model.queues, queueEndpoint));
      // After the tables: seed files are no changes that a stream would tell of.
      events.update(model);
      state = { model, dataSources, active: prepared.active };
      return { ok: true };
    },
    updateApi(update) {
      const { model, dataSources, active } = current();
      const prepared = prepareApi(applyApiUpdate(active.model, update), dataSources);
      if (!prepared.ok) return prepared;
      state = { model, dataSources, active: prepared.active };
      return { ok: true };
    },
    reloadSubgraphHandler(subgraphName, codeDirectory) {
      const functions = current().model.lambdaFunctions.filter(
        ({ metadata }) => metadata['tributary:subgraph'] === subgraphName,
      );
      if (functions.length === 0) {
        throw new Error(`No Lambda function of the assembly has the subgraph "${subgraphName}".`);
      }
      for (const { functionName } of functions) lambda.setCodeDirectory(functionName, codeDirectory);
    },
  };
}
