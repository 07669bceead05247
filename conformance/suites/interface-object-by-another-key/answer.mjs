/**
 * A subgraph as its team would write it, over plain data: answers what its schema resolves, finds entities by their keys,
 * computes fields with `@requires` from the representation alone, and adds what `@provides` promises. Written suites carry
 * a copy of this file.
 */

const FRAGMENT = '... on ';

/**
 * The parts of a value that a field set names; undefined where one is absent. `read` gives a field of an object by its
 * selection, which may have arguments, and `__typename`.
 */
export function project(value, fieldSet, read) {
  if (value === null || value === undefined || fieldSet === true) return value;
  if (Array.isArray(value)) return value.map((item) => project(item, fieldSet, read));
  return Object.fromEntries(
    Object.entries(fieldSet).flatMap(([selection, below]) => {
      if (!selection.startsWith(FRAGMENT))
        return [[selection.split('(')[0], project(read(value, selection), below, read)]];
      const applies = read(value, '__typename') === selection.slice(FRAGMENT.length);
      return applies ? Object.entries(project(value, below, read)) : [];
    }),
  );
}

/** Text, or a number, that differs when the stored value, an argument or a required field does; null without a value. */
export function echo({ stored, args = {}, names = [], required, isInt }) {
  if (stored === null || stored === undefined) return null;
  const text = JSON.stringify([stored, names.map((name) => inOrder(args[name] ?? null)), required ?? null]);
  if (!isInt) return text;
  return [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1_000_003, 7);
}

function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([n, v]) => [n, inOrder(v)]));
}

export function firstItems(list, count) {
  return Array.isArray(list) && typeof count === 'number' ? list.slice(0, Math.max(count, 0)) : list;
}

const plainRead = (object, selection) => object[selection.split('(')[0]];

function isWhole(value) {
  if (value === undefined) return false;
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isWhole);
}

/** Nulls are no keys. */
function isKey(value) {
  if (value === undefined || value === null) return false;
  return typeof value !== 'object' || Object.values(value).every(isKey);
}

/** `database`: see subgraph-database.ts. Returns what createSubgraphHandler takes. */
export function answer(database) {
  const { types, rows, depth: fullDepth } = database;
  const rowOf = (object) => {
    if (object.$ref === undefined) return { typeName: object.$type, row: object };
    const [typeName, id] = object.$ref.split('/');
    return { typeName, row: rows[typeName][id] };
  };
  const readStored = (object, name) => rowOf(object).row[name];

  function expand(value, position, depth) {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) return value.map((item) => expand(item, position, depth));
    if (typeof value !== 'object') return value;
    const { typeName } = rowOf(value);
    const object = {
      ...(position.isAbstract ? { __typename: typeName } : {}),
      ...expandFields(value, depth),
    };
    return merge(object, provided(value, position.provides ?? {}, depth));
  }

  function expandFields(value, depth) {
    const { typeName, row } = rowOf(value);
    const { fields, keys } = types[typeName];
    const object = {};
    for (const [name, field] of Object.entries(fields)) {
      if (field.args.length > 0 || field.requires !== undefined) continue;
      if (field.isDeep && depth === 0) continue;
      object[name] =
        field.rule === 'echo'
          ? echo({ stored: row[name], isInt: field.isInt })
          : expand(row[name], field, field.isDeep ? depth - 1 : depth);
    }
    return keys.reduce((whole, key) => merge(whole, project(value, key, readStored)), object);
  }

  /** What is promised, and of entities on the way there what their types hold here anyway. */
  function provided(value, fieldSet, depth) {
    const promise = Object.entries(fieldSet).map(([name, below]) => {
      const inner = (item) => {
        if (item === null || item === undefined || below === true) return item ?? null;
        if (Array.isArray(item)) return item.map(inner);
        return merge(expandFields(item, Math.max(depth - 1, 0)), provided(item, below, depth - 1));
      };
      return [name, inner(readStored(value, name))];
    });
    return Object.fromEntries(promise);
  }

  function find(typeName, representation) {
    const wanted = types[typeName].keys
      .map((key) => ({ key, value: project(representation, key, plainRead) }))
      .find(({ value }) => isKey(value));
    if (wanted === undefined)
      throw new Error(`${typeName}: no key of it in ${JSON.stringify(representation)}`);
    const text = JSON.stringify(wanted.value);
    const found = Object.keys(rows[typeName]).find(
      (id) => JSON.stringify(project({ $ref: `${typeName}/${id}` }, wanted.key, readStored)) === text,
    );
    return found === undefined ? undefined : { $ref: `${typeName}/${found}` };
  }

  function evaluate(field, { stored, args, representation }) {
    switch (field.rule) {
      case 'echo': {
        const required =
          field.requires === undefined ? undefined : project(representation, field.requires, plainRead);
        return echo({ stored, args, names: field.args, required, isInt: field.isInt });
      }
      case 'slice':
        return expand(firstItems(stored, args.first), field, fullDepth);
      case 'find':
        return rows[field.type][args.id] === undefined
          ? null
          : expand({ $ref: `${field.type}/${args.id}` }, field, fullDepth);
      default:
        return expand(stored, field, fullDepth);
    }
  }

  /** Of an interface: an entity of the type that has the key. */
  function member(names, representation) {
    const typeName = names.find((name) => find(name, representation) !== undefined);
    return typeName === undefined ? null : { __typename: typeName, ...entity(typeName, representation) };
  }

  function entity(typeName, representation) {
    if (types[typeName].members !== undefined) return member(types[typeName].members, representation);
    const found = find(typeName, representation);
    if (found === undefined) return null;
    const object = expandFields(found, fullDepth);
    for (const [name, field] of Object.entries(types[typeName].fields)) {
      if (field.requires === undefined || field.args.length > 0) continue;
      if (!isWhole(project(representation, field.requires, plainRead))) continue;
      object[name] = evaluate(field, { stored: readStored(found, name), args: {}, representation });
    }
    return object;
  }

  function fieldResolver(typeName, name, field) {
    if (typeName === 'Query')
      return (args) => evaluate(field, { stored: rows.Query['0'][name], args, representation: {} });
    return (args, source) => {
      const found = find(typeName, source);
      if (found === undefined) return null;
      return evaluate(field, { stored: readStored(found, name), args, representation: source });
    };
  }

  const resolvers = {};
  const entities = {};
  for (const [typeName, { fields, isResolvable }] of Object.entries(types)) {
    for (const [name, field] of Object.entries(fields)) {
      if (typeName !== 'Query' && field.args.length === 0) continue;
      resolvers[typeName] = { ...resolvers[typeName], [name]: fieldResolver(typeName, name, field) };
    }
    if (isResolvable) entities[typeName] = (list) => list.map((one) => entity(typeName, one));
  }
  return { resolvers, entities };
}

function merge(left, right) {
  if (Array.isArray(left) && Array.isArray(right))
    return left.map((item, index) => merge(item, right[index]));
  if (!isObject(left) || !isObject(right)) return right === undefined ? left : right;
  const merged = { ...left };
  for (const [name, value] of Object.entries(right)) merged[name] = merge(left[name], value);
  return merged;
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
