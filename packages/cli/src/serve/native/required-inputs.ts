/** What a field's `@requires` wants with arguments or by way of other subgraphs: got for each parent beforehand. */
import { isDeepStrictEqual } from 'node:util';
import type { RequiredInput } from '@tributary/compiler';
import { valueKey } from '@tributary/http-subgraph';
import type { Representation } from '@tributary/http-subgraph';
import { isRecord } from '../../is-record.ts';
import { askEntities, createEntityList } from './ask-entities.ts';
import type { FieldRun, ResolverStep, Values } from './field-run.ts';
import { inputOf, readAnswer } from './field-run.ts';
import { askField } from './joined-call.ts';
import { callSite, fieldOf } from './native-context.ts';
import type { NativeContext } from './native-context.ts';
import { holds } from './override-label.ts';
import { createRepresent } from './represent.ts';
import type { Represent } from './represent.ts';

export function createInput(
  context: NativeContext,
  { input, resolver }: { readonly input: RequiredInput; readonly resolver: string },
): ResolverStep {
  return input.kind === 'call'
    ? createInputCall(context, input, resolver)
    : createInputFetch(context, input, resolver);
}

function createInputCall(
  context: NativeContext,
  input: Extract<RequiredInput, { kind: 'call' }>,
  resolver: string,
): ResolverStep {
  const { typeName, fieldName, subgraph, storedAs, keys: entityKeys, condition } = input;
  const site = callSite(context, subgraph, resolver);
  const represent = createRepresent(context.compilation.model, input);
  // Of a field with a label, the parent may have what the other owner says.
  const keys = condition === undefined ? keysOfInput(context, input) : [];
  return (run) => {
    if (!holds(run, condition)) return undefined;
    const representations = new Map(
      [...representAll(run, represent)].filter(([index]) => {
        const source = run.sources[index] ?? {};
        const key = keys.find((one) => source[one] !== undefined && source[one] !== null);
        if (key !== undefined) addInputs(run, index, { [storedAs]: source[key] });
        return key === undefined;
      }),
    );
    if (representations.size === 0) return undefined;
    return askField(run, {
      site,
      typeName: entityKeys[0]?.askedAs ?? typeName,
      fieldName,
      args: input.arguments,
      selection: '',
      representations,
    }).then((values) => {
      for (const [index, value] of values) addInputs(run, index, { [storedAs]: value });
    });
  };
}

/** Under which the parent has the value if it came along with it: asked for with all arguments, or without the defaults. */
function keysOfInput(
  context: NativeContext,
  input: Extract<RequiredInput, { kind: 'call' }>,
): readonly string[] {
  const known = fieldOf(context, input).arguments;
  const all = Object.entries(input.arguments).map(([name, value]) => ({ name, value }));
  const given = all.filter(
    ({ name, value }) =>
      !isDeepStrictEqual(known.find((argument) => argument.name === name)?.defaultValue, value),
  );
  return [valueKey(input.fieldName, all), valueKey(input.fieldName, given)];
}

function createInputFetch(
  context: NativeContext,
  { group }: Extract<RequiredInput, { kind: 'fetch' }>,
  resolver: string,
): ResolverStep {
  const site = callSite(context, group.subgraph, resolver);
  const represent = createRepresent(context.compilation.model, group);
  return (run) => {
    const representations = representAll(run, represent);
    if (representations.size === 0) return undefined;
    const list = createEntityList();
    const slots = [...representations].map(([index, one]) => ({ index, slot: list.add(one) }));
    const wanted = { text: '', variables: run.field.variables, names: group.fields };
    return askEntities(run, {
      site,
      list,
      batchSize: slots.length,
      selectionOf: (name) => site.client.translate(name, wanted),
    }).then((answers) => {
      for (const { index, slot } of slots) {
        const found = readAnswer(run, index, answers[slot] ?? { data: null });
        addInputs(run, index, isRecord(found) ? found : {});
      }
    });
  };
}

/** Of the sources that still want the field. */
function representAll(run: FieldRun, represent: Represent): ReadonlyMap<number, Representation> {
  const representations = new Map<number, Representation>();
  run.sources.forEach((_, index) => {
    if (run.failed.has(index) || run.isAbsent[index] === false) return;
    const representation = represent(inputOf(run, index));
    if (representation !== null) representations.set(index, representation);
  });
  return representations;
}

function addInputs(run: FieldRun, index: number, added: Values): void {
  run.inputs[index] = { ...run.inputs[index], ...added };
}
