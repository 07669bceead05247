/** Random valid operations: aliases, fragments, arguments, variables, directives, `__typename`, abstract types. */
import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import type { GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql';
import type { Random } from '../fuzz/random.ts';
import { objectLevels } from './object-levels.ts';
import { argumentsText } from './random-arguments.ts';
import type { RandomVariables } from './random-arguments.ts';

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Draft {
  readonly random: Random;
  readonly schema: GraphQLSchema;
  readonly fragments: { readonly name: string; readonly typeName: string; readonly text: string }[];
  readonly variables: RandomVariables;
  budget: number;
}

const MAX_DEPTH = 5;
const MAX_FIELDS = 30;
const MAX_ATTEMPTS = 30;

/** @throws Error when no valid operation is found in many attempts, which says that the schema is odd */
export function generateOperation(random: Random, schema: GraphQLSchema): Operation {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const operation = draftOperation(random, schema);
    const document = parse(operation.query);
    const isValid = validate(schema, document).length === 0;
    // A fragment may be named deeper than it was made; subgraphs answer so many levels.
    if (isValid && objectLevels(document) <= MAX_DEPTH) return operation;
  }
  throw new Error('No valid operation was found.');
}

function draftOperation(random: Random, schema: GraphQLSchema): Operation {
  const root = schema.getQueryType();
  if (root === undefined || root === null) throw new Error('There is no Query.');
  const draft: Draft = { random, schema, fragments: [], variables: new Map(), budget: MAX_FIELDS };
  const selection = selectionSet(draft, root, 0);
  const used = draft.fragments.filter(({ name }) =>
    [selection, ...draft.fragments.map(({ text }) => text)].join().includes(`...${name} `),
  );
  const fragments = used.map(({ name, typeName, text }) => `fragment ${name} on ${typeName} ${text}`);
  const variables = [...draft.variables].map(([name, { definition }]) => `$${name}: ${definition}`);
  const head = variables.length === 0 ? 'query' : `query Random(${variables.join(', ')})`;
  return {
    query: [`${head} ${selection}`, ...fragments].join('\n'),
    variables: Object.fromEntries(
      [...draft.variables].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}

function selectionSet(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const { random } = draft;
  const count = 1 + random.below(depth === 0 ? 3 : 4);
  const parts = Array.from({ length: count }, () => selection(draft, type, depth));
  const whole = parts.filter((part) => part !== '');
  return `{ ${whole.length > 0 ? whole.join(' ') : '__typename'} }`;
}

function selection(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const { random } = draft;
  if (random.chance(0.06)) return `${alias(random)}__typename`;
  const inFragment = isAbstractType(type) ? 0.6 : 0.15;
  if (random.chance(inFragment)) return fragment(draft, type, depth);
  if (isUnionType(type)) return fragment(draft, type, depth);
  const fields = Object.values(type.getFields());
  const field = random.pick(fields);
  return fieldText(draft, field, depth);
}

function fieldText(draft: Draft, field: GraphQLField<unknown, unknown>, depth: number): string {
  const { random } = draft;
  draft.budget -= 1;
  const named = getNamedType(field.type);
  const head = `${alias(random)}${field.name}${argumentsText(draft, field.args)}${directives(draft)}`;
  if (isLeafType(named)) return head;
  if (draft.budget < 0 || depth >= MAX_DEPTH) return '';
  return `${head} ${selectionSet(draft, named as GraphQLCompositeType, depth + 1)}`;
}

function fragment(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const { random, schema, fragments } = draft;
  if (draft.budget < 0) return '__typename';
  const condition = random.pick(possibleConditions(schema, type));
  const kind = random.below(3);
  const known = fragments.filter(({ typeName }) => typeName === condition.name);
  if (kind === 0 && known.length > 0) return `...${random.pick(known).name} ${directives(draft)}`;
  const text = selectionSet(draft, condition, depth + 1);
  if (kind === 1) return `... on ${condition.name}${directives(draft)} ${text}`;
  if (kind === 2 && condition.name === type.name && random.chance(0.4))
    return `...${directives(draft)} ${text}`;
  const name = `Part${fragments.length}`;
  fragments.push({ name, typeName: condition.name, text });
  return `...${name} ${directives(draft)}`;
}

/** Types that a fragment in this place can be on, those that lead on to fields first of all. */
function possibleConditions(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
): readonly GraphQLCompositeType[] {
  if (isObjectType(type)) return [type, type, ...type.getInterfaces()];
  const members = schema.getPossibleTypes(type);
  const wider = members.flatMap((member) => [...member.getInterfaces()]);
  return [...members, ...members, ...(isInterfaceType(type) ? [type] : []), ...wider];
}

function alias(random: Random): string {
  return random.chance(0.2) ? `a${random.below(6)}: ` : '';
}

function directives({ random, variables }: Draft): string {
  if (random.chance(0.85)) return '';
  const name = random.chance(0.5) ? 'include' : 'skip';
  if (random.chance(0.4)) return ` @${name}(if: ${random.chance(0.5) === (name === 'include')})`;
  const variable = `flag${random.below(3)}`;
  if (!variables.has(variable))
    variables.set(
      variable,
      random.chance(0.3)
        ? { definition: `Boolean = ${random.chance(0.5)}`, value: undefined }
        : { definition: 'Boolean!', value: random.chance(0.7) },
    );
  return ` @${name}(if: $${variable})`;
  return ` @${name}(if: $${variable})`;
}
