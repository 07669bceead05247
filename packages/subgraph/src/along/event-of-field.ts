import type { SubgraphEvent } from '../field-resolver.ts';
import type { ReadField, ReadSelection } from './read-selection.ts';

export interface AskedField {
  readonly typeName: string;
  readonly field: ReadField;
  readonly args: Readonly<Record<string, unknown>>;
  readonly source: Readonly<Record<string, unknown>>;
}

/** The event that AppSync would send for the field, made from the event of its parent. */
export function eventOfField(
  event: SubgraphEvent,
  { typeName, field, args, source }: AskedField,
): SubgraphEvent {
  return {
    ...event,
    arguments: args,
    source,
    info: {
      fieldName: field.name,
      parentTypeName: typeName,
      variables: event.info.variables,
      selectionSetList: pathsOf(field.selection),
      selectionSetGraphQL: outdented(field.selection.text),
    },
  };
}

/** Parents before children, response keys joined by slashes. AppSync developer guide, "Info". */
function pathsOf({ fields }: ReadSelection): string[] {
  const paths = fields.flatMap(({ responseKey, selection }) => [
    responseKey,
    ...pathsOf(selection).map((path) => `${responseKey}/${path}`),
  ]);
  return [...new Set(paths)];
}

/** Without the indentation of the field that the text was cut out of. */
function outdented(text: string): string {
  const indentation = /\n( *)\}$/.exec(text)?.[1] ?? '';
  return indentation === '' ? text : text.replaceAll(`\n${indentation}`, '\n');
}
