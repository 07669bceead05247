import { describe, expect, it } from 'vitest';
import type { AmplifyOutputsInput } from './amplify-outputs.ts';
import { buildAmplifyOutputs } from './amplify-outputs.ts';

const POOL = {
  userPoolId: 'eu-west-1_own',
  region: 'eu-west-1',
  clients: [
    { clientId: 'server', authFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
    { clientId: 'web', authFlows: ['ALLOW_USER_SRP_AUTH'] },
  ],
  groups: [],
  usernameAttributes: ['email'],
  autoVerifiedAttributes: ['email'],
};

const INPUT: AmplifyOutputsInput = {
  host: 'localhost:4000',
  scheme: 'http',
  apiKey: 'da2-local',
  region: 'eu-west-1',
  api: { defaultAuthentication: 'API_KEY', additionalAuthentication: [] },
  userPools: [],
};

describe('/amplify_outputs.json', () => {
  it('has no sign-in without a user pool', () => {
    expect(buildAmplifyOutputs(INPUT)).toEqual({
      version: '1.4',
      data: {
        url: 'HTTP://localhost:4000/graphql',
        api_key: 'da2-local',
        aws_region: 'eu-west-1',
        default_authorization_type: 'API_KEY',
        authorization_types: ['API_KEY'],
      },
    });
  });

  it("names the API's own user pool with a client for pages, and where it is", () => {
    const provider = {
      type: 'AMAZON_COGNITO_USER_POOLS',
      userPoolId: POOL.userPoolId,
      region: POOL.region,
      defaultAction: 'ALLOW',
      appIdClientRegex: undefined,
    } as const;
    const outputs = buildAmplifyOutputs({
      ...INPUT,
      scheme: 'https',
      api: {
        defaultAuthentication: 'AMAZON_COGNITO_USER_POOLS',
        additionalAuthentication: ['AWS_IAM'],
        authenticationProviders: [provider],
      },
      userPools: [{ ...POOL, userPoolId: 'eu-west-1_other' }, POOL],
    });
    expect(outputs).toEqual({
      version: '1.4',
      data: {
        url: 'https://localhost:4000/graphql',
        aws_region: 'eu-west-1',
        default_authorization_type: 'AMAZON_COGNITO_USER_POOLS',
        authorization_types: ['AMAZON_COGNITO_USER_POOLS', 'AWS_IAM'],
      },
      auth: {
        aws_region: 'eu-west-1',
        user_pool_id: 'eu-west-1_own',
        user_pool_client_id: 'web',
        username_attributes: ['email'],
        user_verification_types: ['email'],
      },
      custom: { user_pool_endpoint: 'https://localhost:4000/cognito-idp/' },
    });
  });

  it('leaves sign-in out where the pool has no client', () => {
    expect(buildAmplifyOutputs({ ...INPUT, userPools: [{ ...POOL, clients: [] }] })).not.toHaveProperty(
      'auth',
    );
  });
});
