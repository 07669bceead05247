/** One port serves one API; which one, when an assembly has several. */
import type { ApiModel, AppModel } from '../model/app-model.ts';
import { EngineStartError } from '../start-error.ts';

/**
 * @returns the first API of the assembly (or of the stack that it was limited to)
 * @throws EngineStartError when there is none
 */
export function chooseApi(model: AppModel): ApiModel {
  const [first] = model.apis;
  if (first !== undefined) return first;
  throw new EngineStartError({
    kind: 'assembly-faulty',
    message: 'The assembly has no AppSync API (AWS::AppSync::GraphQLApi).',
    fix: 'Name the assembly, or with --stack the stack, that holds the API.',
  });
}
