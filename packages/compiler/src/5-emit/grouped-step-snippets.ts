/** Pieces of APPSYNC_JS that grouped steps are put together from. Need the module constant FIELDS. */
import { entitiesPayload } from './payload-code.ts';

export interface GroupedRequestOptions {
  /** The handler is told what it may answer ahead, but of entities that are inside of others. */
  readonly hasAlong: boolean;
  /** Some field has a resolver of its own. Needs the module constant LAZY. */
  readonly hasLazy: boolean;
}

export function groupedRequest({ hasAlong, hasLazy }: GroupedRequestOptions): string {
  const kind = "        const kind = place.path.length === 0 ? entity.__typename + ' ' + ordinal : '';\n";
  const text = `${hasAlong ? "kind + ' ' + " : ''}JSON.stringify(representation)`;
  const left = hasLazy
    ? `  // For one field of one type alone its own resolver asks, and no other field waits for it.
  const isLeft = Object.keys(reasons).length === 1 && !reasons[''];
  if (representations.length === 0 || isLeft) {`
    : '  if (representations.length === 0) {';
  return `
export function request(ctx) {
  const places = ctx.stash.steps[0];
  ctx.stash.places = places;
  ctx.stash.steps = ctx.stash.steps.slice(1);
  const lists = places.map((place) => collect(ctx, place));
  const wanted = ctx.stash.wanted;
  /** @type {any} */
  const representations = [];
${hasAlong ? '  /** @type {any} */\n  const kinds = [];\n' : ''}  /** @type {any} */
  const slotByText = {};
${hasLazy ? '  /** @type {any} */\n  const reasons = {};\n' : ''}  /** @type {any} */
  const asked = {};
  // For each entity and group the index of the representation, and the fields that are taken of the answer.
  ctx.stash.asked = lists.map((entities, at) =>
    entities.map((entity) => {
      const place = places[at];
      return groupsFor(entity, place, wanted).map(({ ordinal, names, lacking, representation }) => {
        lacking.forEach((name) => {
          asked[name] = true;
${hasLazy ? '          reasons[reasonOf(entity, place, name)] = true;\n' : ''}        });
${hasAlong ? kind : ''}        const text = ${text};
        if (!Object.hasOwn(slotByText, text)) {
          slotByText[text] = representations.length;
          representations.push(representation);
${hasAlong ? '          kinds.push(kind);\n' : ''}        }
        return { slot: slotByText[text], names };
      });
    }),
  );
${left}
    runtime.earlyReturn({ isSkipped: true });
  }
  const selection = ctx.info.selectionSetGraphQL;
  // The client's selection is not that of entities inside others.
  const isAtValues = places.every((place) => place.path.length === 0);
${entitiesPayload({
  args: '{ representations }',
  selectionSetList: 'Object.keys(asked)',
  selection: "isAtValues ? selection : ''",
  more: hasAlong
    ? '        along: { ...along(selection), kinds, ...(isAtValues ? {} : { selection }) },\n'
    : '',
})}}
`;
}

export const GROUPS_FOR = `
/** The groups of which a wanted field is not there yet, as far as they can be asked for. */
function groupsFor(entity, place, wanted) {
  const byOrdinal = isPresent(entity) ? FIELDS[entity.__typename] : null;
  if (!byOrdinal) {
    return [];
  }
  const prefix = place.path.length === 0 ? entity.__typename : [place.rootType].concat(place.path).join('.');
  return place.ordinals
    .map((ordinal) => {
      const names = byOrdinal[ordinal] ? byOrdinal[ordinal] : [];
      const lacking = names.filter((name) => wanted[prefix + '.' + name] === true && !Object.hasOwn(entity, name));
      return { ordinal, names, lacking, representation: lacking.length === 0 ? null : represent(entity, ordinal) };
    })
    .filter(({ representation }) => representation !== null);
}
`;

/** Needs the module constant LAZY. */
export const REASON_OF = `
/** Why the step asks: 'Type.field' for a field that its own resolver can ask for, '' for anything else. */
function reasonOf(entity, place, name) {
  const lazy = place.path.length === 0 && LAZY[entity.__typename] ? LAZY[entity.__typename] : [];
  return lazy.indexOf(name) > -1 ? entity.__typename + '.' + name : '';
}
`;
