import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretsAndParameters } from './apps/secrets-and-parameters.ts';
import { type RunningAssembly, runApplication } from './run-application.ts';

const GIVEN = {
  parameters: { '/platform/regions': 'eu,us', '/platform/partner': 'https://partner.example' },
  secrets: { payment: '{"key":"pk_test"}' },
};

let assembly: RunningAssembly;
beforeAll(async () => {
  assembly = await runApplication(secretsAndParameters, GIVEN);
});
afterAll(() => assembly.stop());

async function read(field: string, from = assembly): Promise<Record<string, unknown>> {
  const answer = (await from.query(`{ ${field} }`)) as { data: Record<string, string> };
  return JSON.parse(answer.data[field] ?? '') as Record<string, unknown>;
}

describe('values from SSM and Secrets Manager', () => {
  it('are in the environment of functions, from resources and from the user', async () => {
    expect(await read('deployed')).toEqual({
      CURRENCY: 'EUR',
      REGIONS: 'eu,us',
      PARTNER_URL: 'https://partner.example',
      PASSWORD: expect.stringMatching(/^[A-Za-z\d]{20}$/),
      USER_NAME: 'admin',
      PAYMENT_KEY: 'pk_test',
    });
  });

  it('are generated alike on every start', async () => {
    const again = await runApplication(secretsAndParameters, GIVEN);
    expect(await read('deployed', again)).toEqual(await read('deployed'));
    await again.stop();
  });

  it('are read by functions through the services', async () => {
    const { PASSWORD: password } = await read('deployed');
    const currency = {
      ARN: expect.stringMatching(/^arn:aws:ssm:us-east-1:\d{12}:parameter\/shop\/currency$/),
      DataType: 'text',
      Name: '/shop/currency',
      Type: 'String',
      Value: 'EUR',
      Version: 1,
    };
    expect(await read('read')).toEqual({
      one: currency,
      several: { Parameters: [currency], InvalidParameters: ['/shop/none'] },
      path: ['/shop/currency'],
      deep: ['/shop/currency', '/shop/mail/sender'],
      first: { Parameters: [currency] },
      database: {
        ARN: expect.stringMatching(/:secret:Configuration-Database[\dA-F]+-\w{6}$/),
        Name: expect.stringMatching(/^Configuration-Database/),
        SecretString: JSON.stringify({ username: 'admin', password }),
        VersionId: expect.any(String),
        VersionStages: ['AWSCURRENT'],
      },
      payment: '{"key":"pk_test"}',
    });
  });

  it('that are missing are the errors of the services', async () => {
    expect(await read('missing')).toEqual({
      parameter: { status: 400, body: { __type: 'ParameterNotFound', message: '' } },
      secret: {
        status: 400,
        body: {
          __type: 'ResourceNotFoundException',
          message: "Secrets Manager can't find the specified secret.",
        },
      },
    });
  });

  it.each([
    [
      'parameter',
      { parameters: { '/platform/partner': 'x' }, secrets: GIVEN.secrets },
      '--parameter /platform/regions=VALUE',
    ],
    ['secret', { parameters: GIVEN.parameters }, `--secret payment='{"key":"VALUE"}'`],
  ])('that nobody gives end the start, which names the %s', async (_kind, given, hint) => {
    await expect(runApplication(secretsAndParameters, given)).rejects.toThrow(hint);
  });
});
