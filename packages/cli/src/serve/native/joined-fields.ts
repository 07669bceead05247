/**
 * Fields with arguments that require something: asked for in the request of a step on their subgraph, when what they
 * require is there by then. Their own resolvers find the values, and ask where there is none.
 */
import type { Completion } from '@tributary/compiler';
import { isRecord } from '../../is-record.ts';
import { askEntities, createEntityList } from './ask-entities.ts';
import { fieldAlone } from './field-alone.ts';
import type { FieldRun, Values } from './field-run.ts';
import type { JoinedValues } from './joined-values.ts';
import { lacksPath } from './lacks-added.ts';
import type { CallSite, NativeContext } from './native-context.ts';
import { createRepresent } from './represent.ts';
import type { Represent } from './represent.ts';
import { addStepErrors, withoutTold } from './step-errors.ts';
import type { ValueEntities } from './value-entities.ts';
import type { WantedFields } from './wanted-fields.ts';

export interface JoinedFieldsOptions {
  readonly site: CallSite;
  readonly joined: JoinedValues;
  readonly completion: Completion;
}

interface JoinedField {
  readonly typeName: string;
  readonly fieldName: string;
  readonly represent: Represent;
  readonly isReady: (entity: Values) => boolean;
}

/** Makes a function that asks for each field once in a run; undefined when there is nothing to wait for. */
export function createJoinedFields(
  context: NativeContext,
  options: JoinedFieldsOptions,
): (run: FieldRun, values: ValueEntities, wanted: WantedFields) => Promise<void> | undefined {
  const fields = joinedFieldsOf(context, options);
  return (run, values, wanted) => {
    const asked = fields.flatMap((field) => {
      const { typeName, fieldName } = field;
      const label = `${typeName}.${fieldName}`;
      if (values.asked.has(label) || wanted.get(typeName)?.has(fieldName) !== true) return [];
      const waiting = askField(run, values, { field, ...options });
      if (waiting !== undefined) values.asked.add(label);
      return waiting ?? [];
    });
    return asked.length === 0 ? undefined : Promise.all(asked).then(() => undefined);
  };
}

/** Those that no operation brings along: with the value, or with a step that requires the same. */
function joinedFieldsOf(
  { compilation: { model, plan } }: NativeContext,
  { site, joined, completion }: JoinedFieldsOptions,
): readonly JoinedField[] {
  const subgraph = site.client.name;
  const groups = plan.groups.filter((group) => group.subgraph === subgraph);
  return plan.resolvers.flatMap(({ typeName, fieldName, value, inputs, access }) => {
    const type = completion.types.find((one) => one.typeName === typeName);
    if (value.kind !== 'joined-call' || value.subgraph !== subgraph || type === undefined) return [];
    const isBrought = groups.some(
      (group) => group.typeName === typeName && joined.namesWith(group).includes(fieldName),
    );
    const isWaiting = value.contextArguments.length + inputs.length + access.length > 0;
    if (value.requires === undefined || isBrought || isWaiting) return [];
    const paths = (type.needs[fieldName] ?? []).map((path) => path.split('.'));
    return [
      {
        typeName,
        fieldName,
        represent: createRepresent(model, { typeName, ...value }),
        isReady: (entity) => !paths.some((names) => lacksPath(entity, names, undefined)),
      },
    ];
  });
}

function askField(
  run: FieldRun,
  { entities }: ValueEntities,
  { field, site, joined }: JoinedFieldsOptions & { readonly field: JoinedField },
): Promise<void> | undefined {
  const list = createEntityList();
  const asking = entities.flatMap((entity) => {
    if (entity.type !== field.typeName || !field.isReady(entity.object)) return [];
    const representation = field.represent(entity.object);
    return representation === null
      ? []
      : [{ entity, sources: entity.sources, slot: list.add(representation) }];
  });
  if (asking.length === 0) return undefined;
  const wanted = {
    text: fieldAlone(run.field, field.fieldName),
    variables: run.field.variables,
    names: [field.fieldName],
  };
  return askEntities(run, {
    site,
    list,
    batchSize: new Set(asking.flatMap(({ sources }) => sources)).size,
    selectionOf: (typeName) => site.client.translate(typeName, wanted),
  }).then((answers) => {
    // What was not answered at all is asked for again, and its errors are told then.
    const found = answers.map((answer) => (isRecord(answer.data) ? answer : { data: null }));
    addStepErrors(run, asking, withoutTold(found, list, joined));
    for (const { entity, slot } of asking) {
      const data = found[slot]?.data;
      if (isRecord(data)) joined.copy(entity.own(), data, entity.type);
    }
  });
}
