/**
 * Satisfiability: every field of the API must be reachable from every root path. The plans say what is not; this says
 * why, with the query, the subgraphs tried, and what keeps each of them from answering.
 */
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FederationModel, ObjectTypeModel } from '../model/federation-model.ts';
import type { Exploration } from './explore-values.ts';
import { treePaths } from './lacking-fields.ts';
import type { FieldValues } from './lacking-fields.ts';
import { labelNotSupported } from './check-label-merges.ts';
import { labelledFields } from './override-sides.ts';
import { planEntity } from './plan-entity.ts';
import { objectTypesFrom } from './value-source.ts';
import type { ValueSource } from './value-source.ts';

/** At most this many are reported; one missing key often causes hundreds. */
export const MAX_REPORTED = 20;

/** @param model - satisfiable in every state of its labels */
export function checkSatisfiability(model: FederationModel, exploration: Exploration): Diagnostic[] {
  return findUnsatisfied(model, exploration).map(({ query, coordinate, reasons, hasLabel }) =>
    hasLabel
      ? labelNotSupported(coordinate)
      : createDiagnostic('SATISFIABILITY_ERROR', {
          message: `The query\n${query}\nis valid in the API, but no sequence of subgraph calls can answer "${coordinate}":\n${reasons.join('\n')}`,
        }),
  );
}

/** A field that can not be answered. */
export interface Unsatisfied {
  readonly coordinate: string;
  /** The shortest query that shows it. */
  readonly query: string;
  /** Lines: the subgraphs tried, and what keeps each of them from answering. */
  readonly reasons: readonly string[];
  /** A label that is decided at run time moves it. */
  readonly hasLabel: boolean;
}

/** At most `MAX_REPORTED`, each for other reasons. */
export function findUnsatisfied(model: FederationModel, exploration: Exploration): readonly Unsatisfied[] {
  const found = new Map<string, Unsatisfied>();
  for (const { type, field, values } of exploration.lacking) {
    for (const path of treePaths(values.lacking)) {
      const place = findPlace(model, exploration, {
        values,
        names: path.split('.'),
        namedType: field.namedType,
      });
      if (place === undefined) continue;
      const coordinate = `${place.type.name}.${place.fieldName}`;
      const reasons = place.sources.flatMap((source) => reasonsOf(model, place, source));
      const id = `${coordinate} ${reasons.join('\n')}`;
      if (found.has(id) || found.size >= MAX_REPORTED) continue;
      const query = printQuery(type.name, [field.name, ...path.split('.')], place);
      const hasLabel = labelledFields(place.type).some(({ name }) => name === place.fieldName);
      found.set(id, { coordinate, query, reasons, hasLabel });
    }
  }
  return [...found.values()];
}

interface LackingPlace {
  readonly type: ObjectTypeModel;
  readonly fieldName: string;
  readonly sources: readonly ValueSource[];
}

/** Follows the names from a root field to the object that lacks the last of them. */
function findPlace(
  model: FederationModel,
  exploration: Exploration,
  from: { readonly values: FieldValues; readonly names: readonly string[]; readonly namedType: string },
): LackingPlace | undefined {
  const [name = '', ...rest] = from.names;
  for (const { sources } of from.values.ways) {
    for (const typeName of objectTypesFrom(model, from.namedType, sources)) {
      const type = model.types.get(typeName);
      const field = type?.fields.get(name);
      if (type === undefined || field === undefined) continue;
      if (rest.length === 0) {
        if (planEntity(model, type, sources).unreachable.includes(name))
          return { type, fieldName: name, sources };
        continue;
      }
      const values = exploration.lackingFields.ofField(type, field, sources);
      const found = findPlace(model, exploration, { values, names: rest, namedType: field.namedType });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function reasonsOf(model: FederationModel, place: LackingPlace, source: ValueSource): string[] {
  const { type, fieldName } = place;
  const owners = type.fields.get(fieldName)?.resolutions ?? [];
  const others = owners.filter(({ subgraph }) => subgraph !== source.subgraph || source.only !== undefined);
  const lines = others.map(({ subgraph, requires }) => {
    const keys = type.keys.get(subgraph) ?? [];
    const resolvable = keys.filter(({ isResolvable }) => isResolvable);
    if (keys.length === 0)
      return `subgraph "${subgraph}" has the field, but no @key on "${type.name}" leads there`;
    if (resolvable.length === 0)
      return `subgraph "${subgraph}" has the field, but its key is "resolvable: false"`;
    const plan = planEntity(model, type, place.sources);
    const texts = resolvable.map(({ text }) => `(${text})`).join(' or ');
    const isKeyThere = [...plan.reachable.keys()].some((group) => group.subgraph === subgraph);
    return isKeyThere && requires !== undefined
      ? `subgraph "${subgraph}" has the field, but its @requires (${requires.text}) can not be had`
      : `subgraph "${subgraph}" has the field by key ${texts}, which can not be had from "${source.subgraph}"`;
  });
  const own = owners.find(({ subgraph }) => subgraph === source.subgraph);
  if (isContextLacking(model, place)) {
    const texts = (model.contexts.get(`${type.name}.${fieldName}`) ?? []).map(({ storedAs }) => storedAs);
    return [`- from subgraph "${source.subgraph}": the context ${texts.join(', ')} can not be had`];
  }
  const head =
    own?.requires !== undefined && source.only === undefined
      ? `the @requires (${own.requires.text}) of "${type.name}.${fieldName}" can not be had`
      : `"${source.subgraph}" does not answer "${type.name}.${fieldName}"${source.only === undefined ? '' : ' there'}`;
  return [`- from subgraph "${source.subgraph}": ${head}`, ...lines.map((line) => `  - ${line}`)];
}

/** The field can be had, but not what fields below it take from its object. */
function isContextLacking(model: FederationModel, { type, fieldName, sources }: LackingPlace): boolean {
  const { supplied, fetchedBy, callable } = planEntity(model, type, sources);
  return supplied.has(fieldName) || fetchedBy.has(fieldName) || (callable.get(fieldName) ?? []).length > 0;
}

/** The shortest query that shows it; `...` stands for arguments and for the fields of an object. */
function printQuery(rootType: string, names: readonly string[], place: LackingPlace): string {
  const isObject = place.type.fields.get(place.fieldName)?.isComposite === true;
  const lines = names.map(
    (name, depth) =>
      `${'  '.repeat(depth + 1)}${name}${depth < names.length - 1 ? ' {' : isObject ? ' { ... }' : ''}`,
  );
  const closing = names.slice(1).map((_, index) => `${'  '.repeat(names.length - 1 - index)}}`);
  return [`${rootType === 'Query' ? 'query' : rootType.toLowerCase()} {`, ...lines, ...closing, '}'].join(
    '\n',
  );
}
