import type { LambdaFunctionModel, QueueModel } from '../../model/app-model.ts';

/** The SDK sends to the host of the queue's URL, so the URL has to name this machine. */
export function localQueueUrl(queue: Pick<QueueModel, 'url'>, endpoint: string): string {
  return endpoint + new URL(queue.url).pathname;
}

/** Functions whose environment names queues by their addresses on this machine. */
export function withLocalQueueUrls(
  functions: readonly LambdaFunctionModel[],
  queues: readonly QueueModel[],
  endpoint: string,
): readonly LambdaFunctionModel[] {
  const localUrls = new Map(queues.map((queue) => [queue.url, localQueueUrl(queue, endpoint)]));
  return functions.map((model) => ({
    ...model,
    environment: Object.fromEntries(
      Object.entries(model.environment).map(([name, value]) => [name, localUrls.get(value) ?? value]),
    ),
  }));
}
