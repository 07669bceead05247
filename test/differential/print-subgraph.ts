/** The SDL of the subgraphs, and of the one plain server that has all that they have. */
import { namedType } from '../../packages/http-subgraph/src/shape.ts';
import { parseFieldSet } from './field-set.ts';
import type { FieldSet } from './field-set.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { fieldAt } from './world.ts';
import type { FieldDef, World } from './world.ts';

const HEADER = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.3"
    import: ["@key", "@external", "@requires", "@provides", "@shareable"]
  )
`;

/** SDL of one subgraph. @param views - of all subgraphs: a field that several resolve is `@shareable` */
export function printSubgraph(world: World, view: SubgraphView, views: readonly SubgraphView[]): string {
  const shared = sharedFields(world, views);
  const { subgraph } = view;
  const types = [...view.types].map(([typeName, { fields, keys }]) => {
    const head = [
      `type ${typeName}${implemented(view, typeName)}`,
      ...keys.map((key) => `@key(fields: "${key.fields}"${key.isResolvable ? '' : ', resolvable: false'})`),
    ];
    const lines = [...fields].map(([name, mode]) => {
      const coordinate = `${typeName}.${name}`;
      const field = fieldAt(world, coordinate);
      const provides = subgraph.provides[coordinate];
      const directives = [
        mode === 'external' ? '@external' : '',
        mode === 'own' && shared.has(coordinate) ? '@shareable' : '',
        mode === 'own' && field.requires !== undefined ? `@requires(fields: "${field.requires}")` : '',
        mode === 'own' && provides !== undefined ? `@provides(fields: "${provides}")` : '',
      ];
      return [printField(field), ...directives.filter((one) => one !== '')].join(' ');
    });
    return block(head.join(' '), lines);
  });
  return [HEADER, ...types, ...printAbstracts(world, [view]), ...printEnums(world, [view])].join('\n');
}

/** SDL of the server without federation: what the subgraphs have together. */
export function printWhole(world: World, views: readonly SubgraphView[]): string {
  const names = new Set(views.flatMap(({ types }) => [...types.keys()]));
  const types = [...names].map((typeName) => {
    const fields = new Set(views.flatMap(({ types }) => [...(types.get(typeName)?.fields.keys() ?? [])]));
    const interfaces = new Set(views.flatMap((view) => interfacesOf(view, typeName)));
    const suffix = interfaces.size === 0 ? '' : ` implements ${[...interfaces].join(' & ')}`;
    return block(
      `type ${typeName}${suffix}`,
      [...fields].map((name) => printField(fieldAt(world, `${typeName}.${name}`))),
    );
  });
  return [...types, ...printAbstracts(world, views), ...printEnums(world, views)].join('\n');
}

function printAbstracts(world: World, views: readonly SubgraphView[]): readonly string[] {
  return world.abstracts.flatMap((abstract) => {
    const here = views.flatMap(({ abstracts }) => abstracts.get(abstract.name) ?? []);
    if (here.length === 0) return [];
    const members = new Set(here.flatMap((one) => one.members));
    if (abstract.kind === 'union') return [`union ${abstract.name} = ${[...members].join(' | ')}\n`];
    const [member = ''] = members;
    const fields = new Set(here.flatMap((one) => one.fields));
    return [
      block(
        `interface ${abstract.name}`,
        [...fields].map((name) => printField(fieldAt(world, `${member}.${name}`))),
      ),
    ];
  });
}

function printEnums(world: World, views: readonly SubgraphView[]): readonly string[] {
  return world.enums
    .filter(({ name }) => views.some(({ enums }) => enums.has(name)))
    .map(({ name, values }) => block(`enum ${name}`, values));
}

function interfacesOf({ abstracts }: SubgraphView, typeName: string): readonly string[] {
  // A union has members and no fields; so has an interface without common fields, which the rules of SDL refuse.
  return [...abstracts].flatMap(([name, { members, fields }]) =>
    fields.length > 0 && members.includes(typeName) ? [name] : [],
  );
}

function implemented(view: SubgraphView, typeName: string): string {
  const interfaces = interfacesOf(view, typeName);
  return interfaces.length === 0 ? '' : ` implements ${interfaces.join(' & ')}`;
}

/** Coordinates that more than one subgraph resolves, or that one resolves and another provides. */
function sharedFields(world: World, views: readonly SubgraphView[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const count = (coordinate: string) => counts.set(coordinate, (counts.get(coordinate) ?? 0) + 1);
  for (const { types, subgraph } of views) {
    for (const [typeName, { fields }] of types)
      for (const [name, mode] of fields) if (mode === 'own') count(`${typeName}.${name}`);
    for (const [coordinate, text] of Object.entries(subgraph.provides))
      for (const one of coordinatesIn(world, namedType(fieldAt(world, coordinate).type), parseFieldSet(text)))
        if (types.get(one.split('.')[0] ?? '')?.fields.get(one.split('.')[1] ?? '') === 'external')
          count(one);
  }
  return new Set([...counts].filter(([, subgraphs]) => subgraphs > 1).map(([coordinate]) => coordinate));
}

function coordinatesIn(world: World, typeName: string, fieldSet: FieldSet): readonly string[] {
  return Object.entries(fieldSet).flatMap(([name, below]) => {
    const coordinate = `${typeName}.${name}`;
    const inner = namedType(fieldAt(world, coordinate).type);
    return below === true ? [coordinate] : [coordinate, ...coordinatesIn(world, inner, below)];
  });
}

function printField({ name, type, args }: FieldDef): string {
  const list = args.map(
    (one) => `${one.name}: ${one.type}${one.defaultValue === undefined ? '' : ` = ${one.defaultValue}`}`,
  );
  return `${name}${list.length === 0 ? '' : `(${list.join(', ')})`}: ${type}`;
}

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}
