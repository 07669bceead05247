/** What an API is made of: what the compiler made already, or a project that is compiled here. */
import { formatDiagnostic } from '@tributary/compiler';
import type { AppSyncApi, Contract } from '@tributary/compiler';
import { compileProject } from '@tributary/compiler/project';
import type { Project } from '@tributary/compiler/project';

export type CompiledProps =
  | {
      /** What the compiler made of the subgraphs. */
      readonly api: AppSyncApi;
      readonly project?: undefined;
      readonly contract?: undefined;
    }
  | {
      readonly api?: undefined;
      /** From `loadProject` of `@tributary/compiler/project`. */
      readonly project: Project;
      /**
       * The part of the API that this construct makes, by `@tag`; one application may make several.
       * @default - that of the project's tributary.json, or all of the API
       */
      readonly contract?: Contract;
    };

/** @throws Error with the diagnostics when the project does not compile */
export function compiledApi(props: CompiledProps): AppSyncApi {
  if (props.api !== undefined) return props.api;
  const { project, contract } = props;
  const compiled = compileProject(project, contract === undefined ? {} : { contract });
  if (compiled.ok) return compiled.value;
  throw new Error(
    `The project does not compile:\n${compiled.error.map((one) => formatDiagnostic(one)).join('\n')}`,
  );
}
