/** Pieces of APPSYNC_JS that grouped steps are put together from. Need the module constants FIELDS and LAZY. */
import { entitiesPayload } from './payload-code.ts';

const SOME_AT_VALUES = 'places.some((place) => place.path.length === 0)';

/** @param hasAlong - the handler is told what it may answer ahead of the entities that are not inside of others */
export function groupedRequest(hasAlong: boolean): string {
  const text = `${hasAlong ? "kind + ' ' + " : ''}JSON.stringify(representation)`;
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
  /** @type {any} */
  const reasons = {};
  /** @type {any} */
  const selected = {};
  // For each entity and group the index of the representation, and the fields that are taken of the answer.
  ctx.stash.asked = lists.map((entities, at) =>
    entities.map((entity) => {
      const place = places[at];
      const lazy = place.path.length === 0 && isPresent(entity) && LAZY[entity.__typename] ? LAZY[entity.__typename] : [];
      return (isPresent(entity) ? partsOf(entity, place, wanted) : []).map((part) => {
        const { names, lacking, representation } = part;
        lacking.forEach((name) => {
          reasons[lazy.indexOf(name) > -1 ? entity.__typename + '.' + name : ''] = true;
          selected[name] = true;
        });
${hasAlong ? "        const kind = place.path.length === 0 ? entity.__typename + ' ' + part.ordinal : '';\n" : ''}        const text = ${text};
        if (!Object.hasOwn(slotByText, text)) {
          slotByText[text] = representations.length;
          representations.push(representation);
${hasAlong ? '          kinds.push(kind);\n' : ''}        }
        return { slot: slotByText[text], names };
      });
    }),
  );
  // For one field of one type alone its own resolver asks, and no other field waits for it.
  const isLeft = Object.keys(reasons).length === 1 && !reasons[''];
  if (representations.length === 0 || isLeft) {
    runtime.earlyReturn({ isSkipped: true });
  }
  const isAtValues = places.every((place) => place.path.length === 0);
${entitiesPayload({
  args: '{ representations }',
  selectionSetList: 'Object.keys(selected)',
  selection: "isAtValues ? ctx.info.selectionSetGraphQL : ''",
  more: hasAlong
    ? `        along: ${SOME_AT_VALUES} ? { ...along(ctx.info.selectionSetGraphQL), kinds, ...(isAtValues ? {} : { selection: ctx.info.selectionSetGraphQL }) } : null,\n`
    : '',
})}}
`;
}

export const GROUPED_NAMES = `
/** The groups of which a wanted field is not there yet, as far as they can be asked for. */
function partsOf(entity, place, wanted) {
  const byOrdinal = FIELDS[entity.__typename];
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
