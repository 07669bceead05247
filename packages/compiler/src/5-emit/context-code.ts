/**
 * `@context`: a field hands values of its object on to the objects of its own value, and a field with an argument from a
 * context reads them there. A value that an ancestor has not is null.
 */
import type { SelectionSetNode } from 'graphql';
import type { CarriedContext, ContextArgument, FederationModel } from '../model/federation-model.ts';
import type { AccessRequirement } from '../model/access-requirement.ts';
import { selectedFields } from '../model/selected-fields.ts';
import { accessBlocks, accessStatement } from './access-code.ts';
import { literal, moduleText } from './module-text.ts';

export interface ContextField {
  readonly typeName: string;
  readonly fieldName: string;
  readonly contexts: readonly CarriedContext[];
  readonly defaultType: string | undefined;
}

/** True for a field whose objects get more than their producer gave them. */
export function isHandingOn({
  contexts,
  defaultType,
}: Pick<ContextField, 'contexts' | 'defaultType'>): boolean {
  return contexts.length > 0 || defaultType !== undefined;
}

/** `handOn(value, source)` of a module; none for a field that hands on nothing. */
export function handOnBlocks(
  model: FederationModel,
  { typeName, fieldName, contexts, defaultType }: ContextField,
): string[] {
  if (!isHandingOn({ contexts, defaultType })) return [];
  const depth = model.types.get(typeName)?.fields.get(fieldName)?.listDepth ?? 0;
  const members = contexts.map(({ storedAs, selection }) => {
    const handed = `source[${literal(storedAs)}]`;
    const value =
      selection === undefined ? handed : contextValue(model, { typeName, access: 'source', selection });
    return `    ${literal(storedAs)}: ${value} ?? null,\n`;
  });
  const parts = [
    ...(contexts.length === 0 ? [] : ['what fields below take from contexts']),
    ...(defaultType === undefined ? [] : ['the type that their subgraph may leave out']),
  ];
  const type = defaultType === undefined ? '' : `__typename: ${literal(defaultType)}, `;
  const table = contexts.length === 0 ? '' : `  const contexts = {\n${members.join('')}  };\n`;
  return [
    `/** The objects of the value with ${parts.join(' and ')}. */
function handOn(value${contexts.length === 0 ? '' : ', source'}) {
${table}  return ${withParts('value', { depth, before: type, after: contexts.length === 0 ? '' : ', ...contexts' })};
}`,
  ];
}

/** JavaScript expression of a handler's answer, handed on where the field does so. */
export function handedOn(answer: string, field: Pick<ContextField, 'contexts' | 'defaultType'>): string {
  if (!isHandingOn(field)) return answer;
  return field.contexts.length === 0 ? `handOn(${answer})` : `handOn(${answer}, ctx.source)`;
}

/** Unit resolver on the NONE data source: the value is in the parent's. */
export function emitCarryingProperty(
  model: FederationModel,
  field: ContextField & { readonly access: readonly AccessRequirement[] },
): string {
  const { typeName, fieldName, access } = field;
  return moduleText({
    header: [`${typeName}.${fieldName}: the value is in the parent's; its objects get more.`],
    imports: access.length === 0 ? ['runtime'] : ['util', 'runtime'],
    blocks: [
      `export function request(ctx) {
${accessStatement(access)}  const value = ctx.source.${fieldName};
  if (value !== undefined && value !== null) {
    runtime.earlyReturn(${handedOn('value', field)});
  }
  return { payload: null };
}`,
      'export function response() {\n  return null;\n}',
      ...handOnBlocks(model, field),
      ...accessBlocks(access),
    ],
  });
}

/** JavaScript expression of a field's arguments with those from contexts. */
export function argumentsFromContexts(args: string, contextual: readonly ContextArgument[]): string {
  if (contextual.length === 0) return args;
  const members = contextual.map(({ name, storedAs }) => `${name}: ctx.source[${literal(storedAs)}] ?? null`);
  return `{ ...${args}, ${members.join(', ')} }`;
}

interface ObjectParts {
  readonly depth: number;
  readonly before: string;
  readonly after: string;
}

function withParts(access: string, { depth, before, after }: ObjectParts): string {
  if (depth === 0) return `${access} && { ${before}...${access}${after} }`;
  const item = `item${depth}`;
  return `${access} && ${access}.map((${item}) => ${withParts(item, { depth: depth - 1, before, after })})`;
}

interface ContextPlace {
  readonly typeName: string;
  readonly access: string;
  readonly selection: { readonly selectionSet: SelectionSetNode };
}

/** The one field that the selection names for objects of this type; null: it names none. */
function contextValue(model: FederationModel, { typeName, access, selection }: ContextPlace): string {
  const [selected] = selectedFields(model, selection.selectionSet, typeName);
  if (selected === undefined) return 'null';
  const field = model.types.get(typeName)?.fields.get(selected.name);
  const value = `${access}.${selected.name}`;
  if (selected.selectionSet === undefined || field === undefined) return value;
  const inner = { selectionSet: selected.selectionSet };
  return `(${innerValue(model, { typeName: field.namedType, access: value, selection: inner }, field.listDepth)})`;
}

function innerValue(model: FederationModel, place: ContextPlace, depth: number): string {
  const { access, typeName } = place;
  if (depth > 0) {
    const item = `part${depth}`;
    return `${access} && ${access}.map((${item}) => ${innerValue(model, { ...place, access: item }, depth - 1)})`;
  }
  const possible = model.possibleTypes.get(typeName);
  if (possible === undefined) return `${access} && ${contextValue(model, place)}`;
  const byType = possible.map(
    (name) =>
      `${access}.__typename === ${literal(name)} ? ${contextValue(model, { ...place, typeName: name })} : `,
  );
  return `${access} && (${byType.join('')}null)`;
}
