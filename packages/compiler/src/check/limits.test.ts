import { describe, expect, it } from 'vitest';
import type { AppSyncApi } from '../model/appsync-api.ts';
import {
  checkLimits,
  MAX_CODE_CHARS,
  MAX_PIPELINE_FUNCTIONS,
  MAX_SCHEMA_BYTES,
  MAX_STACK_RESOURCES,
} from './limits.ts';

const empty: AppSyncApi = { schema: '', supergraphSdl: '', dataSources: [], functions: [], resolvers: [] };
const resolver = { kind: 'unit', typeName: 'Query', dataSource: 'none', maxBatchSize: 0 } as const;

describe('checkLimits', () => {
  it('accepts code of exactly the limit and refuses one character more', () => {
    const withCode = (chars: number): AppSyncApi => ({
      ...empty,
      resolvers: [{ ...resolver, fieldName: 'a', code: 'x'.repeat(chars) }],
    });
    expect(checkLimits(withCode(MAX_CODE_CHARS))).toEqual([]);
    expect(checkLimits(withCode(MAX_CODE_CHARS + 1)).map(({ code }) => code)).toEqual([
      'APPSYNC_CODE_TOO_LARGE',
    ]);
  });

  it('refuses a pipeline of eleven functions and names the field', () => {
    const functions = Array.from({ length: MAX_PIPELINE_FUNCTIONS + 1 }, (_, index) => `f${index}`);
    const api: AppSyncApi = {
      ...empty,
      resolvers: [{ kind: 'pipeline', typeName: 'Query', fieldName: 'a', code: '', functions }],
    };
    const [diagnostic] = checkLimits(api);
    expect(diagnostic?.code).toBe('APPSYNC_TOO_MANY_FUNCTIONS');
    expect(diagnostic?.message).toContain('Query.a');
  });

  it('counts schema bytes, not characters', () => {
    const api: AppSyncApi = { ...empty, schema: 'é'.repeat(MAX_SCHEMA_BYTES / 2 + 1) };
    expect(checkLimits(api).map(({ code }) => code)).toEqual(['APPSYNC_SCHEMA_TOO_LARGE']);
  });

  it('refuses more resources than a stack holds', () => {
    const resolvers = Array.from({ length: MAX_STACK_RESOURCES }, (_, index) => ({
      ...resolver,
      fieldName: `f${index}`,
      code: '',
    }));
    expect(checkLimits({ ...empty, resolvers }).map(({ code }) => code)).toEqual([
      'APPSYNC_TOO_MANY_RESOURCES',
    ]);
  });
});
