import { expect, it } from 'vitest';
import { toInfrastructureText } from './infrastructure-fingerprint.ts';

function template(changes: { code?: string; resolver?: string; timeout?: number; key?: string }): unknown {
  return {
    Resources: {
      Handler: {
        Type: 'AWS::Lambda::Function',
        Properties: { Code: { S3Key: changes.code }, Timeout: changes.timeout },
      },
      Resolver: { Type: 'AWS::AppSync::Resolver', Properties: { Code: changes.resolver } },
      Table: { Type: 'AWS::DynamoDB::Table', Properties: { KeySchema: [{ AttributeName: changes.key }] } },
    },
  };
}

it('stays equal when only resolvers and code changed', () => {
  const first = toInfrastructureText(template({ code: 'a.zip', resolver: 'one' }));
  expect(toInfrastructureText(template({ code: 'b.zip', resolver: 'two' }))).toBe(first);
});

it.each([{ timeout: 20 }, { key: 'sku' }])('changes with %j', (change) => {
  expect(toInfrastructureText(template(change))).not.toBe(
    toInfrastructureText(template({ timeout: 10, key: 'id' })),
  );
});
