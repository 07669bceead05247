import { describe, expect, it } from 'vitest';
import type { AppModel } from '../model/app-model.ts';
import { generateSecret } from './generate-secret.ts';
import type { LoadAssemblyOptions } from './load-assembly-options.ts';
import { loadAssembly } from './load-assembly.ts';
import { type TestStack, writeAssembly } from './testing/write-assembly.ts';

type Given = Pick<LoadAssemblyOptions, 'parameters' | 'secrets'>;

async function load(
  stacks: Readonly<Record<string, TestStack>>,
  given: Given = {},
  files: Readonly<Record<string, string>> = {},
): Promise<AppModel> {
  const directory = await writeAssembly(stacks, files);
  const result = await loadAssembly({ directory, apiUrl: 'http://127.0.0.1:4000', ...given });
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return result.model;
}

/** A function whose environment shows what values come to. */
function probe(variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { ZipFile: 'exports.handler = async () => 1;' },
      Handler: 'index.handler',
      Runtime: 'nodejs22.x',
      Environment: { Variables: variables },
    },
  };
}

const environmentOf = ({ lambdaFunctions: [first] }: AppModel): unknown => first?.environment;

describe('template parameters', () => {
  const template = {
    Parameters: {
      Stage: { Type: 'String', Default: 'dev' },
      Zones: { Type: 'CommaDelimitedList', Default: 'a, b' },
      Url: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/platform/url' },
      Regions: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/platform/regions' },
      Unset: { Type: 'String' },
    },
    Resources: {
      Fn: probe({
        STAGE: { Ref: 'Stage' },
        ZONES: { 'Fn::Join': ['|', { Ref: 'Zones' }] },
        URL: { Ref: 'Url' },
        REGIONS: { 'Fn::Join': ['|', { Ref: 'Regions' }] },
        UNSET: { Ref: 'Unset' },
      }),
    },
  };
  const parameters = {
    '/platform/url': 'https://x',
    '/platform/regions': 'eu,us',
    Unset: 'set',
    'S:Stage': 'test',
  };

  it('come from defaults, from SSM, and from the user by name or stack and name', async () => {
    const model = await load({ S: { template } }, { parameters });
    expect(environmentOf(model)).toEqual({
      STAGE: 'test',
      ZONES: 'a|b',
      URL: 'https://x',
      REGIONS: 'eu|us',
      UNSET: 'set',
    });
  });

  it.each([
    [
      'Unset',
      'Stack "S": the template parameter "Unset" has no default and no value. Give it: --parameter Unset=VALUE',
    ],
    [
      '/platform/url',
      'uses the SSM parameter "/platform/url", which is not in this assembly. Give its value: --parameter',
    ],
  ])('without a value end the load with the way to give one: %s', async (missing, message) => {
    const rest = Object.fromEntries(Object.entries(parameters).filter(([name]) => name !== missing));
    await expect(load({ S: { template } }, { parameters: rest })).rejects.toThrow(message);
  });
});

describe('SSM parameters', () => {
  it('are found in other stacks and in nested ones, and those of the user go first', async () => {
    const nested = {
      Resources: {
        Inner: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/inner', Type: 'String', Value: 'in' } },
      },
    };
    const data = {
      Resources: {
        Outer: {
          Type: 'AWS::SSM::Parameter',
          Properties: { Name: '/outer', Type: 'StringList', Value: 'a,b' },
        },
        Unnamed: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'generated name' } },
        Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://s3/x/n.json' } },
      },
    };
    const app = {
      Resources: {
        Fn: probe({
          INNER: '{{resolve:ssm:/inner}}',
          OUTER: '{{resolve:ssm:/outer:3}}',
          UNNAMED: '{{resolve:ssm:Data-Unnamed}}',
        }),
      },
    };
    const stacks = {
      Data: { template: data, assets: { 'n.json': 'nested.json' } },
      App: { template: app, dependencies: ['Data'] },
    };
    const files = { 'nested.json': JSON.stringify(nested) };
    const model = await load(stacks, { parameters: { '/outer': 'mine', '/other': 'x' } }, files);
    expect(environmentOf(model)).toEqual({ INNER: 'in', OUTER: 'mine', UNNAMED: 'generated name' });
    expect(model.ssmParameters?.map(({ name, type, value }) => [name, type, value])).toEqual([
      ['/outer', 'StringList', 'mine'],
      ['Data-Unnamed', 'String', 'generated name'],
      ['/inner', 'String', 'in'],
      ['/other', 'String', 'x'],
    ]);
  });

  it("carry values to a stack in another region, as the CDK's crossRegionReferences do", async () => {
    const name = '/cdk/exports/App/DataQueueArn';
    const data = {
      Resources: {
        Queue: { Type: 'AWS::SQS::Queue', Properties: {} },
        Writer: {
          Type: 'Custom::CrossRegionExportWriter',
          Properties: {
            WriterProps: { region: 'eu-west-1', exports: { [name]: { 'Fn::GetAtt': ['Queue', 'Arn'] } } },
          },
        },
      },
    };
    const app = {
      Resources: {
        Reader: {
          Type: 'Custom::CrossRegionExportReader',
          Properties: {
            ReaderProps: { region: 'eu-west-1', imports: { [name]: `{{resolve:ssm:${name}}}` } },
          },
        },
        Fn: probe({ QUEUE: { 'Fn::GetAtt': ['Reader', name] } }),
      },
    };
    const model = await load({
      Data: { template: data, environment: 'aws://111111111111/us-east-1' },
      App: { template: app, environment: 'aws://111111111111/eu-west-1', dependencies: ['Data'] },
    });
    expect(environmentOf(model)).toEqual({ QUEUE: 'arn:aws:sqs:us-east-1:111111111111:Data-Queue' });
    expect(model.unknownResources).toEqual([]);
  });
});

describe('secrets', () => {
  it('are found by Ref, by name, and by the ARN of the user', async () => {
    const foreign = 'arn:aws:secretsmanager:us-east-1:222222222222:secret:partner-AbCdEf';
    const template = {
      Resources: {
        Login: {
          Type: 'AWS::SecretsManager::Secret',
          Properties: { Name: 'login', SecretString: '{"user":"ada"}' },
        },
        Attachment: {
          Type: 'AWS::SecretsManager::SecretTargetAttachment',
          Properties: { SecretId: { Ref: 'Login' } },
        },
        Fn: probe({
          BY_REF: {
            'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Login' }, ':SecretString:user::}}']],
          },
          BY_ATTACHMENT: {
            'Fn::Sub': ['{{resolve:secretsmanager:${Id}:SecretString:user}}', { Id: { Ref: 'Attachment' } }],
          },
          BY_NAME: '{{resolve:secretsmanager:login:SecretString:user:AWSCURRENT:}}',
          FOREIGN: `{{resolve:secretsmanager:${foreign}}}`,
        }),
      },
    };
    const model = await load({ S: { template } }, { secrets: { [foreign]: 'key' } });
    expect(environmentOf(model)).toEqual({
      BY_REF: 'ada',
      BY_ATTACHMENT: 'ada',
      BY_NAME: 'ada',
      FOREIGN: 'key',
    });
    expect(model.secrets).toEqual([
      {
        name: 'login',
        arn: expect.stringMatching(/^arn:aws:secretsmanager:us-east-1:\d{12}:secret:login-\w{6}$/) as string,
        value: '{"user":"ada"}',
      },
      { name: 'partner', arn: foreign, value: 'key' },
    ]);
    expect(model.unknownResources).toEqual([]);
  });
});

describe('generateSecret', () => {
  it.each([
    [{}, /^[!-~]{32}$/],
    [{ PasswordLength: 8, ExcludePunctuation: true }, /^[A-Za-z\d]{8}$/],
    [{ ExcludeUppercase: true, ExcludeLowercase: 'true', ExcludePunctuation: true }, /^\d{32}$/],
    [{ ExcludeCharacters: 'abc"\\', PasswordLength: 4096 }, /^[^abc"\\]{4096}$/],
    [
      { SecretStringTemplate: '{"user":"u"}', GenerateStringKey: 'pw', ExcludePunctuation: true },
      /^\{"user":"u","pw":"\w{32}"\}$/,
    ],
  ])('keeps to %j', (settings, pattern) => {
    expect(generateSecret(settings, 'S/Secret')).toMatch(pattern);
    expect(generateSecret(settings, 'S/Secret')).toBe(generateSecret(settings, 'S/Secret'));
    expect(generateSecret(settings, 'S/Other')).not.toBe(generateSecret(settings, 'S/Secret'));
  });

  it('has one character of each kind at the least', () => {
    const settings = { PasswordLength: 4 };
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const password = generateSecret(settings, seed);
      for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[^\da-zA-Z]/]) expect(password).toMatch(kind);
    }
  });

  it('refuses settings that leave nothing, and templates that are no objects', () => {
    expect(() => generateSecret({ PasswordLength: 0 }, 'S/Secret')).toThrow('leave no password');
    expect(() => generateSecret({ SecretStringTemplate: '[]', GenerateStringKey: 'k' }, 'S/Secret')).toThrow(
      'SecretStringTemplate of the secret S/Secret is not a JSON object',
    );
  });
});

describe('macros', () => {
  it.each([
    ['AWS::Serverless-2016-10-31', { Transform: 'AWS::Serverless-2016-10-31', Resources: {} }],
    ['Mine', { Transform: ['AWS::LanguageExtensions', { Name: 'Mine' }], Resources: {} }],
    [
      'Fn::ForEach::Topics',
      { Transform: 'AWS::LanguageExtensions', Resources: { 'Fn::ForEach::Topics': [] } },
    ],
  ])('are refused by name: %s', async (name, template) => {
    await expect(load({ S: { template } })).rejects.toThrow(
      `Stack "S" uses ${name}, which CloudFormation expands when it deploys.`,
    );
  });

  it('whose functions are evaluated here are taken', async () => {
    const template = {
      Transform: 'AWS::LanguageExtensions',
      Resources: { Fn: probe({ COUNT: { 'Fn::Length': [1, 2] } }) },
    };
    expect(environmentOf(await load({ S: { template } }))).toEqual({ COUNT: '2' });
  });
});
