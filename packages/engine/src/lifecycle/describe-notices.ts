/** What of an assembly is left out, as sentences for the terminal. */
import type { AppModel } from '../model/app-model.ts';

/** At most one notice about resources and one about further APIs. */
export function describeNotices({ apis, unknownResources }: AppModel): readonly string[] {
  const notices: string[] = [];
  const [served, ...others] = apis;
  if (served !== undefined && others.length > 0) {
    const names = others.map(({ name }) => `"${name}"`).join(', ');
    notices.push(`The API "${served.name}" is served; the assembly also has ${names}.`);
  }
  if (unknownResources.length > 0) {
    const types = unknownResources.map(({ type, logicalIds }) =>
      logicalIds.length > 1 ? `${type} (${logicalIds.length})` : type,
    );
    notices.push(`Resources that are not run here: ${types.join(', ')}.`);
  }
  return notices;
}
