/** `/amplify_outputs.json`: what a page hands to `Amplify.configure` to talk to this server. */
import type { ApiModel, UserPoolClientModel, UserPoolModel } from '../model/app-model.ts';

export interface AmplifyOutputsInput {
  /** `host:port` as the page reached us. */
  readonly host: string;
  readonly scheme: 'http' | 'https';
  readonly apiKey: string;
  readonly region: string;
  readonly api: Pick<
    ApiModel,
    'defaultAuthentication' | 'additionalAuthentication' | 'authenticationProviders'
  >;
  readonly userPools: readonly UserPoolModel[];
}

/**
 * Sections `data`, and `auth` where the API has a user pool with a client. The format has no member for the address
 * of a user pool: it stands in `custom.user_pool_endpoint`, for the page to pass on as `userPoolEndpoint`.
 *
 * The Amplify client (aws-amplify 6.22.1) makes the real-time address by replacing a lower-case `http://` with
 * `wss://`, which a plain-text server can't answer. The replacement knows lower case only, while URL parsers know any
 * case and WebSocket accepts http addresses: written `HTTP://`, the address stays as it is and works everywhere.
 * @see https://docs.amplify.aws/react/reference/amplify_outputs/
 */
export function buildAmplifyOutputs(input: AmplifyOutputsInput) {
  const { host, scheme, apiKey, region, api } = input;
  const modes = [...new Set([api.defaultAuthentication, ...api.additionalAuthentication])];
  const signIn = chooseUserPool(input);
  return {
    version: '1.4',
    data: {
      url: `${scheme === 'https' ? 'https' : 'HTTP'}://${host}/graphql`,
      ...(modes.includes('API_KEY') ? { api_key: apiKey } : {}),
      aws_region: region,
      default_authorization_type: api.defaultAuthentication,
      authorization_types: modes,
    },
    ...(signIn === undefined ? {} : authSections(signIn, `${scheme}://${host}/cognito-idp/`)),
  };
}

interface SignIn {
  readonly pool: UserPoolModel;
  readonly client: UserPoolClientModel;
}

/** The API's own pool before others, a client that signs in by SRP before others. */
function chooseUserPool({ api, userPools }: AmplifyOutputsInput): SignIn | undefined {
  const owned = (api.authenticationProviders ?? []).flatMap((provider) =>
    provider.type === 'AMAZON_COGNITO_USER_POOLS' ? [provider.userPoolId] : [],
  );
  const pool = userPools.find(({ userPoolId }) => owned.includes(userPoolId)) ?? userPools[0];
  const clients = pool?.clients ?? [];
  const client = clients.find(({ authFlows }) => authFlows.includes('ALLOW_USER_SRP_AUTH')) ?? clients[0];
  return pool === undefined || client === undefined ? undefined : { pool, client };
}

function authSections({ pool, client }: SignIn, endpoint: string) {
  const { usernameAttributes, autoVerifiedAttributes = [] } = pool;
  return {
    auth: {
      aws_region: pool.region,
      user_pool_id: pool.userPoolId,
      user_pool_client_id: client.clientId,
      ...(usernameAttributes.length > 0 ? { username_attributes: usernameAttributes } : {}),
      ...(autoVerifiedAttributes.length > 0 ? { user_verification_types: autoVerifiedAttributes } : {}),
    },
    custom: { user_pool_endpoint: endpoint },
  };
}
