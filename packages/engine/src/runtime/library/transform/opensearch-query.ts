import { isRecord } from '../../../model/is-record.ts';
import { LibraryFault } from '../library-fault.ts';

type Query = Readonly<Record<string, unknown>>;

/**
 * `util.transform.toElasticsearchQueryDSL`: a filter object to OpenSearch's query language.
 * @see AppSync developer guide, "Transformation helpers in util.transform", "toElasticsearchQueryDSL"
 */
export function toOpenSearchQuery(filter: unknown): Query {
  return all(formatObject(filter));
}

function formatObject(filter: unknown): Query[] {
  if (!isRecord(filter)) throw new LibraryFault('A query must be an object.');
  return Object.entries(filter).flatMap(([key, value]) => {
    if (value === undefined || value === null) return [];
    switch (key) {
      case 'and':
        return [all(members(value))];
      case 'or':
        return [{ bool: { should: members(value) } }];
      case 'not':
        return [{ bool: { must_not: all(formatObject(value)) } }];
      default:
        return [formatField(key, value)];
    }
  });
}

function members(value: unknown): Query[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((member) => {
    const queries = formatObject(member);
    return queries.length === 1 && queries[0] !== undefined ? queries[0] : all(queries);
  });
}

function formatField(field: string, conditions: unknown): Query {
  if (!isRecord(conditions))
    throw new LibraryFault(`The query of "${field}" must be an object of operators.`);
  const queries = Object.entries(conditions).map(([operator, operand]) =>
    formatOperator(field, operator, operand),
  );
  const [only] = queries;
  return queries.length === 1 && only !== undefined ? only : all(queries);
}

function formatOperator(field: string, operator: string, operand: unknown): Query {
  switch (operator) {
    case 'eq':
      return { term: { [field]: operand } };
    case 'ne':
      return { bool: { must_not: { term: { [field]: operand } } } };
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return { range: { [field]: { [operator]: operand } } };
    case 'range': {
      const [gte, lte] = Array.isArray(operand) ? (operand as unknown[]) : [];
      return { range: { [field]: { gte, lte } } };
    }
    case 'exists':
      return operand === false ? { bool: { must_not: { exists: { field } } } } : { exists: { field } };
    case 'match':
    case 'wildcard':
    case 'regexp':
      return { [operator]: { [field]: operand } };
    case 'matchPhrase':
      return { match_phrase: { [field]: operand } };
    case 'matchPhrasePrefix':
      return { match_phrase_prefix: { [field]: operand } };
    case 'multiMatch':
      return { multi_match: { query: operand, fields: [field] } };
    default:
      throw new LibraryFault(`Unknown operator ${operator} for "${field}".`);
  }
}

function all(queries: readonly Query[]): Query {
  return { bool: { must: queries } };
}
