/**
 * The pipeline function of a grouped step: one call for what one subgraph is asked for with several sets of required
 * fields, or for entities and others inside them. The list has a representation for each group that is wanted of an
 * entity and can be asked for; of its answer the entity takes the fields of that group.
 */
import type { EmittedFunction } from '../model/appsync-api.ts';
import type { FederationModel } from '../model/federation-model.ts';
import type { FetchGroup, FetchStep } from '../model/resolver-plan.ts';
import { alongBlocks } from './along-code.ts';
import type { Along } from './along-tables.ts';
import { groupedRequest, GROUPS_FOR, REASON_OF } from './grouped-step-snippets.ts';
import { constantTable, literal, moduleText } from './module-text.ts';
import { representationStatements } from './representation-code.ts';
import { IS_ENVELOPE, IS_PRESENT, MERGE } from './snippets.ts';
import { describeGroup } from './step-function.ts';
import { ALONG_COPY, stepResponse } from './step-response.ts';
import { collectFunctions } from './step-snippets.ts';

export interface GroupedStepInput {
  readonly model: FederationModel;
  readonly name: string;
  readonly subgraph: string;
  readonly groups: readonly FetchGroup[];
  /** What the answers may bring along. */
  readonly along: Along | undefined;
  /** Some function may go on answering what another subgraph has taken from it. */
  readonly hasLeftovers: boolean;
  readonly dataSource: string;
  readonly maxBatchSize: number;
}

/** Function names are letters, digits and underscores. */
export function groupedStepName({
  subgraph,
  ordinals,
}: Required<Omit<FetchStep, 'places' | 'ordinal'>>): string {
  return `${subgraph.replaceAll('-', '_')}_entities_of_${ordinals.map((ordinal) => ordinal + 1).join('_')}`;
}

export function emitGroupedStep(input: GroupedStepInput): EmittedFunction {
  const { model, name, subgraph, groups, along, hasLeftovers, dataSource, maxBatchSize } = input;
  const asked = groups.map(({ typeName, fields }) => `${typeName} { ${fields.join(' ')} }`).join(', ');
  const lazy = lazyTable(groups);
  const hasLazy = Object.keys(lazy).length > 0;
  const code = moduleText({
    header: [`Grouped step: fetches entities from subgraph "${subgraph}".`, ...groups.map(describeGroup)],
    imports: ['util', 'runtime'],
    blocks: [
      constantTable('FIELDS', fieldsTable(groups)),
      ...(hasLazy ? [constantTable('LAZY', lazy)] : []),
      constantTable('ALONG', alongTable(groups)),
      groupedRequest({ hasAlong: along !== undefined, hasLazy }),
      stepResponse(eachGroup, ', names'),
      ...alongBlocks(along),
      GROUPS_FOR,
      ...(hasLazy ? [REASON_OF] : []),
      representFunction(model, groups),
      copyFunction({ hasAlong: along !== undefined, hasLeftovers }),
      MERGE,
      collectFunctions(hasLeftovers),
      IS_ENVELOPE,
      IS_PRESENT,
    ],
  });
  return { name, dataSource, code, maxBatchSize, description: `Fetches ${asked} from ${subgraph}.` };
}

/** Type -> ordinal -> fields. */
function fieldsTable(groups: readonly FetchGroup[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    groups.map(({ typeName }) => [
      typeName,
      Object.fromEntries(
        groups.flatMap((group) =>
          group.typeName === typeName ? [[String(group.ordinal), group.fields] as const] : [],
        ),
      ),
    ]),
  );
}

/** Type -> plain fields that each answer has besides. */
function alongTable(groups: readonly FetchGroup[]): Readonly<Record<string, unknown>> {
  const plain = groups.filter(({ along }) => along.length > 0);
  return Object.fromEntries(plain.map(({ typeName, along }) => [typeName, along]));
}

function lazyTable(groups: readonly FetchGroup[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    groups.flatMap(({ typeName }) => {
      const names = groups.flatMap(({ typeName: other, lazy = [] }) => (other === typeName ? lazy : []));
      return names.length === 0 ? [] : [[typeName, names] as const];
    }),
  );
}

function representFunction(model: FederationModel, groups: readonly FetchGroup[]): string {
  const branches = groups.map((group) => {
    const condition = `entity.__typename === ${literal(group.typeName)} && ordinal === ${group.ordinal}`;
    return `  if (${condition}) {\n${representationStatements(model, group, '    ')}  }\n`;
  });
  return `/** The representation by the first key that is present; null when there is none, or a required field is missing. */
function represent(entity, ordinal) {
${branches.join('')}  return null;
}`;
}

/** Statements around those that look at `found`. */
function eachGroup(statements: string): string {
  return `      ctx.stash.asked[at][index].forEach(({ slot, names }) => {
        const found = fetched[slot];
${statements.replaceAll(/^(?=.)/gm, '  ')}      });
`;
}

function copyFunction({
  hasAlong,
  hasLeftovers,
}: Pick<GroupedStepInput, 'hasLeftovers'> & { readonly hasAlong: boolean }): string {
  const note = `
      entity.__fetched = (entity.__fetched ? entity.__fetched : []).concat([name]);`;
  return `/** Copies what the call brought; what is there already stays, and gains what it lacks below. */
function copyFields(entity, found, names) {
  names.concat(ALONG[entity.__typename] ? ALONG[entity.__typename] : []).forEach((name) => {
    if (Object.hasOwn(found, name)) {
      entity[name] = Object.hasOwn(entity, name) ? merge(entity[name], found[name]) : found[name];${hasLeftovers ? note : ''}
    }
  });
${hasAlong ? ALONG_COPY : ''}}`;
}
