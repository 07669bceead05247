import type { AppModel } from '../model/app-model.ts';

export interface LoadAssemblyOptions {
  /** The cloud assembly: the folder with manifest.json, usually `cdk.out`. */
  readonly directory: string;
  /** Run this stack and those that it depends on; all stacks when absent. */
  readonly stackName?: string;
  /** Region of environment-agnostic stacks; `us-east-1` when absent. */
  readonly region?: string;
  /** Base URL of the running engine without a path; `GraphQLUrl` is this with `/graphql`. */
  readonly apiUrl: string;
  /**
   * Values of SSM parameters by name, and of template parameters by name or `Stack:Name`; they go before those of the
   * assembly.
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /** `SecretString` of secrets by name or ARN; they go before those of the assembly. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Where code that is inline in a template, and code in zip files, is written; a folder below the system's temporary one when absent. */
  readonly inlineCodeDirectory?: string;
}

export type LoadAssemblyResult =
  | { readonly ok: true; readonly model: AppModel }
  /** For people: what is wrong, where, what to do. */
  | { readonly ok: false; readonly errors: readonly string[] };

/** Something in the assembly can't be used; its message is for people. */
export class AssemblyFault extends Error {
  override readonly name = 'AssemblyFault';
}
