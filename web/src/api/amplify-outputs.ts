/** Reads the backend's address as `amplify_outputs.json`, the file that Amplify's own tooling writes. */
import { isRecord } from './graphql-problem.ts';

export const AMPLIFY_OUTPUTS_PATH = '/amplify_outputs.json';

/** The part of the format that these pages depend on; the rest is handed through to Amplify. */
export interface AmplifyOutputs {
  readonly version: string;
  readonly data: { readonly url: string };
  readonly [section: string]: unknown;
}

/** @throws Error that says what is wrong with the file and names its path */
export function parseAmplifyOutputs(content: unknown): AmplifyOutputs {
  if (!isRecord(content) || typeof content['version'] !== 'string') {
    throw new Error(`${AMPLIFY_OUTPUTS_PATH} is not an Amplify outputs file: it has no "version".`);
  }
  const data = content['data'];
  if (!isRecord(data) || typeof data['url'] !== 'string') {
    throw new Error(`${AMPLIFY_OUTPUTS_PATH} names no GraphQL API: it has no "data.url".`);
  }
  return { ...content, version: content['version'], data: { ...data, url: data['url'] } };
}

/** @throws Error when the file can't be fetched or read */
export async function fetchAmplifyOutputs(fetchFile: typeof fetch): Promise<AmplifyOutputs> {
  const response = await fetchFile(AMPLIFY_OUTPUTS_PATH, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${AMPLIFY_OUTPUTS_PATH} answered with status ${response.status}.`);
  return parseAmplifyOutputs(await response.json());
}
