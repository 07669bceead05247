/** TagResource, UntagResource, ListTagsOfResource. */
import { isRecord } from '../model/is-record.ts';
import type { DatabaseParts, Operation } from './operation.ts';
import { serviceError } from './service-error.ts';
import { validateRequest } from './validate-request.ts';

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export const tagPrefix = (tableName: string): string => `tag-${tableName}~`;

/** Members that are no tags are left out. */
export function parseTags(tags: unknown): Tag[] {
  const members: readonly unknown[] = Array.isArray(tags) ? tags : [];
  return members.filter(isRecord).map((tag) => ({ Key: String(tag.Key), Value: String(tag.Value) }));
}

export async function saveTags(
  { store }: DatabaseParts,
  tableName: string,
  tags: readonly Tag[],
): Promise<void> {
  if (tags.length === 0) return;
  await store.batch(
    tags.map(({ Key, Value }) => ({ type: 'put', key: tagPrefix(tableName) + Key, value: Value })),
  );
}

/** @throws DynamoDbServiceError when no table has this ARN */
function taggedTable({ catalog }: DatabaseParts, resourceArn: unknown): string {
  const name = String(resourceArn).split('/').at(-1) ?? '';
  if (catalog.find(name) !== undefined) return name;
  throw serviceError(
    'ResourceNotFoundException',
    `Requested resource not found: ResourcArn: ${String(resourceArn)} not found`,
  );
}

export const tagResource: Operation = async (parts, input) => {
  const request = validateRequest('TagResource', input);
  await saveTags(parts, taggedTable(parts, request.ResourceArn), parseTags(request.Tags));
  return {};
};

export const untagResource: Operation = async (parts, input) => {
  const request = validateRequest('UntagResource', input);
  const prefix = tagPrefix(taggedTable(parts, request.ResourceArn));
  const names: readonly unknown[] = Array.isArray(request.TagKeys) ? request.TagKeys : [];
  await parts.store.batch(names.map((name) => ({ type: 'del', key: prefix + String(name) })));
  return {};
};

export const listTagsOfResource: Operation = async (parts, input) => {
  const request = validateRequest('ListTagsOfResource', input);
  const tags: Tag[] = [];
  for await (const [Key, Value] of parts.store.entries(tagPrefix(taggedTable(parts, request.ResourceArn)))) {
    tags.push({ Key, Value: String(Value) });
  }
  return { Tags: tags };
};
