/** Fields that are asked for by key of the parent where its value lacks them, in whole or in part. */
import type { FieldFetch, ResolverPlan } from '@tributary/compiler';
import { isRecord } from '../../is-record.ts';
import { askEntities, createEntityList } from './ask-entities.ts';
import { chooseFirst } from './choose-first.ts';
import type { FieldRun, ResolverStep } from './field-run.ts';
import { inputOf, readAnswer } from './field-run.ts';
import { selectionOf } from './field-selection.ts';
import { lacksAdded } from './lacks-added.ts';
import { mergeValues } from './merge-values.ts';
import { callSite } from './native-context.ts';
import type { NativeContext } from './native-context.ts';
import { holds } from './override-label.ts';
import { createRepresent } from './represent.ts';

/** The step before all others: what the parents have. */
export function readFromSources(fieldName: string): ResolverStep {
  return (run) => {
    run.sources.forEach((source, index) => {
      const isAbsent = !Object.hasOwn(source, fieldName);
      run.isAbsent[index] = isAbsent;
      run.values[index] = isAbsent ? null : source[fieldName];
    });
    return undefined;
  };
}

interface OneFetch {
  readonly fetch: FieldFetch;
  /** Place among the field's fetches. */
  readonly index: number;
  readonly resolver: string;
}

export function createFieldFetch(
  context: NativeContext,
  plan: ResolverPlan,
  { fetch, index: place, resolver }: OneFetch,
): ResolverStep {
  const { typeName, fieldName, fetches } = plan;
  const { model } = context.compilation;
  const { group, adds, covers } = fetch;
  const site = callSite(context, group.subgraph, resolver);
  const represent = createRepresent(model, group);
  const isComposite = model.types.get(typeName)?.fields.get(fieldName)?.isComposite ?? false;
  const isSelecting = fetches.some((one) => one.adds.length + one.covers.length > 0);
  const choices = fetches.map((one) => ({ ...one, condition: one.group.condition }));

  return (run) => {
    if (!holds(run, group.condition)) return undefined;
    const { first, isWhole } =
      fetches.length > 1 && isSelecting ? chooseFirst(run, choices) : { first: 0, isWhole: false };
    const { names } = isSelecting ? selectionOf(run.field) : { names: undefined };
    const list = createEntityList();
    const asking: { readonly index: number; readonly slot: number }[] = [];
    run.values.forEach((value, index) => {
      if (run.failed.has(index)) return;
      const isAbsent = run.isAbsent[index] === true;
      const isEnough = isWhole && run.sources[index]?.[fieldName] === undefined;
      if (isAbsent ? covers.length > 0 && first > place : isEnough || !lacksAdded(value, adds, names)) return;
      const representation = represent(inputOf(run, index));
      if (representation !== null) asking.push({ index, slot: list.add(representation) });
    });
    if (asking.length === 0) return undefined;
    const { variables } = run.field;
    const text = isComposite ? `{ ${fieldName} ${run.field.selectionText()} }` : `{ ${fieldName} }`;
    const wanted = { text, variables, names: [fieldName] };
    return askEntities(run, {
      site,
      list,
      batchSize: asking.length,
      selectionOf: (name) => site.client.translate(name, wanted),
    }).then((answers) => {
      for (const { index, slot } of asking) {
        const found = readAnswer(run, index, answers[slot] ?? { data: null });
        if (isRecord(found) && Object.hasOwn(found, fieldName)) take(run, index, found[fieldName]);
      }
    });
  };
}

function take(run: FieldRun, index: number, found: unknown): void {
  const isAbsent = run.isAbsent[index] === true;
  run.isAbsent[index] = false;
  run.values[index] = isAbsent ? found : mergeValues(run.values[index], found);
}
