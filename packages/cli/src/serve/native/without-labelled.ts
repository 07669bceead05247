/** What of a root field's answer counts only while an override label says so. */
import type { LabelledPath } from '@tributary/compiler';
import type { FieldRun } from './field-run.ts';
import { isRecord } from '../../is-record.ts';
import { holds } from './override-label.ts';

/** The answer without what another subgraph has for this request. It does not change: answers are shared. */
export function withoutLabelled(
  run: Pick<FieldRun, 'field'>,
  answer: unknown,
  labelled: readonly LabelledPath[],
): unknown {
  return labelled.reduce((value, { path, condition }) => {
    if (condition !== undefined && holds(run, condition)) return value;
    const [text = '', typeName] = path.split(':').reverse();
    return withoutPath(value, text.split('.'), typeName);
  }, answer);
}

function withoutPath(value: unknown, names: readonly string[], typeName: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutPath(item, names, typeName));
  const [name = '', ...rest] = names;
  if (!isRecord(value) || !Object.hasOwn(value, name)) return value;
  if (typeName !== undefined && value['__typename'] !== typeName) return value;
  if (rest.length > 0) return { ...value, [name]: withoutPath(value[name], rest, undefined) };
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}
