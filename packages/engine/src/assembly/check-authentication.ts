/** What AWS refuses when an API is deployed: authorization modes that can't be told apart, and settings out of range. */
import { assertNever } from '../model/assert-never.ts';
import type { AuthenticationProviderModel, AuthenticationType } from '../model/app-model.ts';
import { AssemblyFault } from './load-assembly-options.ts';

/** AWS AppSync quotas, "Authentication providers per API" (checked 2026-11-21). */
const MAX_PROVIDERS = 50;

/** AWS AppSync quotas, "API keys per API" (checked 2026-11-21). */
const MAX_API_KEYS = 50;

/** AppSync API reference, "LambdaAuthorizerConfig", authorizerResultTtlInSeconds (checked 2026-11-21). */
const MAX_ANSWER_TTL_SECONDS = 3_600;

const ONCE: ReadonlySet<AuthenticationType> = new Set(['API_KEY', 'AWS_IAM', 'AWS_LAMBDA']);

/**
 * @param modes - the default first
 * @throws AssemblyFault with the rule that is broken
 * @see AppSync developer guide, "Using additional authorization modes"
 */
export function checkAuthentication(
  apiName: string,
  modes: readonly AuthenticationType[],
  { providers, apiKeyCount }: { providers: readonly AuthenticationProviderModel[]; apiKeyCount: number },
): void {
  const fail = (rule: string): never => {
    throw new AssemblyFault(`The API "${apiName}" ${rule}`);
  };
  if (modes.length > 1 + MAX_PROVIDERS) {
    fail(`has ${modes.length - 1} additional authorization modes; AppSync allows ${MAX_PROVIDERS}.`);
  }
  if (apiKeyCount > MAX_API_KEYS) fail(`has ${apiKeyCount} API keys; AppSync allows ${MAX_API_KEYS}.`);
  const twice = modes.find((mode, index) => ONCE.has(mode) && modes.indexOf(mode) !== index);
  if (twice !== undefined) fail(`has the authorization mode ${twice} twice; AppSync allows it once.`);
  const names = providers.map(nameOf);
  const repeated = names.find((name, index) => name !== undefined && names.indexOf(name) !== index);
  if (repeated !== undefined) fail(`names ${repeated} in two authorization modes; AppSync allows it in one.`);
  for (const provider of providers) {
    if (provider.type !== 'AWS_LAMBDA') continue;
    const { resultTtlSeconds } = provider;
    if (resultTtlSeconds < 0 || resultTtlSeconds > MAX_ANSWER_TTL_SECONDS) {
      fail(
        `has an AuthorizerResultTtlInSeconds outside of 0 to ${MAX_ANSWER_TTL_SECONDS}. Received: ${resultTtlSeconds}`,
      );
    }
  }
}

function nameOf(provider: AuthenticationProviderModel): string | undefined {
  switch (provider.type) {
    case 'AMAZON_COGNITO_USER_POOLS':
      return `the user pool ${provider.userPoolId}`;
    case 'OPENID_CONNECT':
      return `the issuer ${provider.issuer}`;
    case 'AWS_LAMBDA':
      return undefined;
    default:
      return assertNever(provider);
  }
}
