/** The SDL of the subgraphs, and of the one plain server that has all that they have. */
import { namedType } from '../../packages/http-subgraph/src/shape.ts';
import { parseFieldSet } from './field-set.ts';
import type { FieldSet } from './field-set.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { fieldAt, findAbstract, isOverridden } from './world.ts';
import type { ArgumentDef, FieldDef, KeyDef, OverrideDef, World } from './world.ts';

const HEADER = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.7"
    import: ["@key", "@external", "@requires", "@provides", "@shareable", "@override", "@inaccessible", "@interfaceObject"]
  )
`;

/** SDL of one subgraph. @param views - of all subgraphs: a field that several resolve is `@shareable` */
export function printSubgraph(world: World, view: SubgraphView, views: readonly SubgraphView[]): string {
  const shared = sharedFields(world, views);
  const { subgraph } = view;
  const types = [...view.types].map(([typeName, { fields, keys }]) => {
    const head = [
      `type ${typeName}${implemented(view, typeName)}`,
      ...keys.map(printKey),
      ...(subgraph.interfaceObjects?.includes(typeName) === true ? ['@interfaceObject'] : []),
    ];
    const lines = [...fields].map(([name, mode]) => {
      const coordinate = `${typeName}.${name}`;
      const field = fieldAt(world, coordinate);
      const provides = subgraph.provides[coordinate];
      const directives = [
        mode === 'external' ? '@external' : '',
        mode === 'own' && shared.has(coordinate) ? '@shareable' : '',
        mode === 'own' && field.requires !== undefined
          ? `@requires(fields: ${JSON.stringify(field.requires)})`
          : '',
        mode === 'own' && provides !== undefined ? `@provides(fields: "${provides}")` : '',
        mode === 'own' ? printOverride(subgraph.overrides[coordinate]) : '',
        mode === 'own' && field.isHidden === true ? '@inaccessible' : '',
      ];
      const extra = mode === 'own' ? (subgraph.extras.arguments[coordinate] ?? []) : [];
      return [
        printField({ ...field, args: [...field.args, ...extra] }),
        ...directives.filter((one) => one !== ''),
      ].join(' ');
    });
    return block(head.join(' '), lines);
  });
  return [
    HEADER,
    ...types,
    ...printAbstracts(world, [view], subgraph.keys),
    ...printInputs(world, [view]),
  ].join('\n');
}

/** SDL of the server without federation: what the subgraphs have together. */
export function printWhole(world: World, views: readonly SubgraphView[]): string {
  const names = new Set(views.flatMap(({ types }) => [...types.keys()]));
  const types = [...names].flatMap((typeName) => {
    if (findAbstract(world, typeName) !== undefined) return [];
    const ofInterfaces = world.abstracts.flatMap(({ name, members }) =>
      members.includes(typeName) ? fieldsOfInterfaceObjects(views, name) : [],
    );
    const own = views.flatMap(({ types }) => [...(types.get(typeName)?.fields.keys() ?? [])]);
    const fields = new Set([...own, ...ofInterfaces]);
    const interfaces = new Set(views.flatMap((view) => interfacesOf(view, typeName)));
    const suffix = interfaces.size === 0 ? '' : ` implements ${[...interfaces].join(' & ')}`;
    return block(
      `type ${typeName}${suffix}`,
      [...fields].flatMap((name) => {
        const field = fieldAt(world, `${typeName}.${name}`);
        return field.isHidden === true ? [] : [printField(field)];
      }),
    );
  });
  return [...types, ...printAbstracts(world, views), ...printInputs(world, views)].join('\n');
}

/** What subgraphs add in which the interface is an object type. */
function fieldsOfInterfaceObjects(views: readonly SubgraphView[], name: string): readonly string[] {
  return views.flatMap(({ types }) =>
    [...(types.get(name)?.fields ?? [])].flatMap(([field, mode]) => (mode === 'own' ? [field] : [])),
  );
}

/** @param keys - those of interfaces are printed */
function printAbstracts(
  world: World,
  views: readonly SubgraphView[],
  keys: readonly KeyDef[] = [],
): readonly string[] {
  return world.abstracts.flatMap((abstract) => {
    const here = views.flatMap(({ abstracts }) => abstracts.get(abstract.name) ?? []);
    if (here.length === 0) return [];
    const members = new Set(here.flatMap((one) => one.members));
    if (abstract.kind === 'union') return [`union ${abstract.name} = ${[...members].join(' | ')}\n`];
    const [member = ''] = members;
    const added = views.length > 1 ? fieldsOfInterfaceObjects(views, abstract.name) : [];
    const fields = new Set([...here.flatMap((one) => one.fields), ...added]);
    const own = keys.filter(({ type }) => type === abstract.name).map(printKey);
    return [
      block(
        [`interface ${abstract.name}`, ...own].join(' '),
        [...fields].map((name) => printField(fieldAt(world, `${member}.${name}`))),
      ),
    ];
  });
}

/** Enums and input types: of what only some of the subgraphs accept, what all of them have. */
function printInputs(world: World, views: readonly SubgraphView[]): readonly string[] {
  const enums = world.enums.flatMap(({ name, values }) => {
    const [first, ...others] = views.filter((view) => view.enums.has(name));
    if (first === undefined) return [];
    const extra = (first.subgraph.extras.enumValues[name] ?? []).filter((value) =>
      others.every(({ subgraph }) => subgraph.extras.enumValues[name]?.includes(value)),
    );
    return [block(`enum ${name}`, [...values, ...extra])];
  });
  const inputs = world.inputs.flatMap(({ name, fields }) => {
    const [first, ...others] = views.filter((view) => view.inputs.has(name));
    if (first === undefined) return [];
    const extra = (first.subgraph.extras.inputFields[name] ?? []).filter((field) =>
      others.every(({ subgraph }) =>
        subgraph.extras.inputFields[name]?.some((one) => one.name === field.name),
      ),
    );
    return [block(`input ${name}`, [...fields, ...extra].map(printInputValue))];
  });
  return [...enums, ...inputs];
}

function printKey({ fields, isResolvable }: KeyDef): string {
  return `@key(fields: "${fields}"${isResolvable ? '' : ', resolvable: false'})`;
}

function printOverride(override: OverrideDef | undefined): string {
  if (override === undefined) return '';
  const label = override.percent === undefined ? '' : `, label: "percent(${override.percent})"`;
  return `@override(from: "${override.from}"${label})`;
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
      for (const [name, mode] of fields) {
        const coordinate = `${typeName}.${name}`;
        if (mode === 'own' && !isOverridden(world, subgraph, coordinate)) count(coordinate);
      }
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
  const list = args.map(printInputValue);
  return `${name}${list.length === 0 ? '' : `(${list.join(', ')})`}: ${type}`;
}

function printInputValue({ name, type, defaultValue }: ArgumentDef): string {
  return `${name}: ${type}${defaultValue === undefined ? '' : ` = ${defaultValue}`}`;
}

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}
