/** `/_tributary/`: the engine's own page, and what it shows as JSON. */
import { readFile } from 'node:fs/promises';
import type { ActiveApi } from '../../active-api.ts';
import type { DynamoDb } from '../../dynamodb/contract.ts';
import type { FunctionActivity } from '../../lambda-host/index.ts';
import type { LambdaFunctionModel, TableModel } from '../../model/app-model.ts';
import { isRecord } from '../../model/is-record.ts';
import { ownFile } from '../../own-file.ts';
import type { OpenSocket } from '../../realtime/index.ts';
import type { HttpAnswer } from '../send-body.ts';
import { jsonAnswer } from '../send-body.ts';
import type { TraceLog } from '../trace-log.ts';
import type { CallerServices } from './caller-headers.ts';
import { callerHeaders } from './caller-headers.ts';
import { describeCredentials } from './describe-credentials.ts';

export interface ConsoleOptions extends CallerServices {
  readonly activeApi: () => ActiveApi;
  readonly traces: TraceLog;
  /** The latest ones. */
  readonly openSockets: () => readonly OpenSocket[];
  readonly openSocketCount: () => number;
  readonly tables: () => readonly TableModel[];
  readonly dynamodb: DynamoDb;
  readonly functions: () => readonly LambdaFunctionModel[];
  readonly functionActivity: (functionName: string) => FunctionActivity;
  /** Ends the function's environments in mid-flight, to see what clients get then. */
  readonly killFunction: (functionName: string) => void;
}

export const CONSOLE_PATH = '/_tributary/';

/**
 * @param path - behind `/_tributary/`, e.g. `requests/<requestId>`
 * @returns undefined for addresses that do not exist
 */
export async function answerConsole(path: string, options: ConsoleOptions): Promise<HttpAnswer | undefined> {
  const [section, id, ...rest] = path.split('/');
  if (rest.length > 0 || (id !== undefined && section !== 'requests')) return undefined;
  switch (section) {
    case '':
      return page();
    case 'requests':
      return id === undefined ? jsonAnswer(200, options.traces.latest()) : findTrace(options.traces, id);
    case 'sockets':
      return socketsAnswer(options);
    case 'tables':
      return jsonAnswer(200, await describeTables(options));
    case 'functions':
      return jsonAnswer(
        200,
        options.functions().map((model) => ({
          ...describeFunction(model),
          ...options.functionActivity(model.functionName),
        })),
      );
    case 'credentials':
      return jsonAnswer(200, describeCredentials(options.identities()));
    case 'users':
      return jsonAnswer(200, options.users());
    case 'schema':
      return {
        status: 200,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
        body: options.activeApi().model.schema,
      };
    default:
      return undefined;
  }
}

/** Only the latest sockets: there may be thousands, and the page asks again and again. */
function socketsAnswer({ openSockets, openSocketCount }: ConsoleOptions): HttpAnswer {
  const answer = jsonAnswer(200, openSockets());
  return { ...answer, headers: { ...answer.headers, 'x-total-count': String(openSocketCount()) } };
}

export interface ConsoleAction {
  /** Behind `/_tributary/`. */
  readonly path: string;
  readonly body: string;
  /** Base URL of the engine as the page reached it. */
  readonly baseUrl: string;
}

/** Console actions, by POST: `functions/<functionName>/kill`, and `caller` for what `callerHeaders` answers. */
export async function actOnConsole(
  { path, body, baseUrl }: ConsoleAction,
  options: ConsoleOptions,
): Promise<HttpAnswer | undefined> {
  if (path === 'caller') {
    const made = await callerHeaders(parseJson(body), `${baseUrl}/graphql`, options);
    return made.ok ? jsonAnswer(200, made.headers) : jsonAnswer(400, { message: made.message });
  }
  const [section, functionName, action, ...rest] = path.split('/');
  if (section !== 'functions' || action !== 'kill' || rest.length > 0) return undefined;
  if (!options.functions().some((one) => one.functionName === functionName) || functionName === undefined) {
    return jsonAnswer(404, { message: `No function "${functionName}".` });
  }
  options.killFunction(functionName);
  return jsonAnswer(200, { killed: functionName });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describeFunction({ functionName, runtime, timeoutMs, memoryMb, metadata }: LambdaFunctionModel) {
  const subgraph = metadata['tributary:subgraph'];
  return {
    functionName,
    runtime,
    timeoutMs,
    memoryMb,
    ...(typeof subgraph === 'string' ? { subgraph } : {}),
  };
}

async function page(): Promise<HttpAnswer> {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
  return { status: 200, headers, body: await readFile(ownFile('server/console/console.html')) };
}

function findTrace(traces: TraceLog, requestId: string): HttpAnswer {
  const trace = traces.find(requestId);
  return trace === undefined
    ? jsonAnswer(404, { message: `No request "${requestId}" among the latest ones.` })
    : jsonAnswer(200, trace);
}

interface TableDescription {
  readonly tableName: string;
  readonly itemCount: number;
}

function describeTables({ tables, dynamodb }: ConsoleOptions): Promise<readonly TableDescription[]> {
  return Promise.all(
    tables().map(async ({ tableName }) => ({ tableName, itemCount: await countItems(dynamodb, tableName) })),
  );
}

/** By scanning: DescribeTable's own count is hours behind on AWS. */
async function countItems(dynamodb: DynamoDb, TableName: string): Promise<number> {
  let count = 0;
  let page: Readonly<Record<string, unknown>> = {};
  do {
    const start = isRecord(page.LastEvaluatedKey) ? { ExclusiveStartKey: page.LastEvaluatedKey } : {};
    page = await dynamodb.call('Scan', { TableName, Select: 'COUNT', ...start });
    count += Number(page.Count ?? 0);
  } while (page.LastEvaluatedKey !== undefined);
  return count;
}
