/** The settings of an API's authorization modes. CloudFormation: UserPoolConfig, OpenIDConnectConfig, LambdaAuthorizerConfig. */
import type { AuthenticationProviderModel } from '../model/app-model.ts';
import { isRecord } from '../model/is-record.ts';
import { AssemblyFault } from './load-assembly-options.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

/** @returns the default mode's settings first; modes without settings have no entry */
export function buildAuthenticationProviders(
  scope: StackScope,
  api: TemplateResource,
): readonly AuthenticationProviderModel[] {
  const properties = readProperties(scope, api);
  const first = {
    AuthenticationType: properties.optionalText('AuthenticationType'),
    UserPoolConfig: properties.record('UserPoolConfig'),
    OpenIDConnectConfig: properties.record('OpenIDConnectConfig'),
    LambdaAuthorizerConfig: properties.record('LambdaAuthorizerConfig'),
  };
  return [first, ...properties.list('AdditionalAuthenticationProviders')].flatMap((provider) => {
    const built = isRecord(provider) ? buildProvider(provider, scope.region) : undefined;
    return built === undefined ? [] : [built];
  });
}

function buildProvider(
  provider: Readonly<Record<string, unknown>>,
  ownRegion: string,
): AuthenticationProviderModel | undefined {
  const type = provider['AuthenticationType'];
  switch (type) {
    case 'AMAZON_COGNITO_USER_POOLS': {
      const config = readConfig(provider, 'UserPoolConfig');
      return {
        type,
        userPoolId: config.text('UserPoolId'),
        region: config.optionalText('AwsRegion') ?? ownRegion,
        defaultAction: config.optionalText('DefaultAction') === 'DENY' ? 'DENY' : 'ALLOW',
        appIdClientRegex: config.optionalText('AppIdClientRegex'),
      };
    }
    case 'OPENID_CONNECT': {
      const config = readConfig(provider, 'OpenIDConnectConfig');
      return {
        type,
        issuer: config.text('Issuer'),
        clientId: config.optionalText('ClientId'),
        issuedAtTtlMs: config.optionalNumber('IatTTL'),
        authenticatedAtTtlMs: config.optionalNumber('AuthTTL'),
      };
    }
    case 'AWS_LAMBDA': {
      const config = readConfig(provider, 'LambdaAuthorizerConfig');
      return {
        type,
        functionName: toFunctionName(config.text('AuthorizerUri')),
        resultTtlSeconds: config.optionalNumber('AuthorizerResultTtlInSeconds') ?? 0,
        identityValidationExpression: config.optionalText('IdentityValidationExpression'),
      };
    }
    default:
      return undefined;
  }
}

/** @param uri - ARN of a function, of a version or of an alias */
function toFunctionName(uri: string): string {
  return /:function:([^:/]+)/.exec(uri)?.[1] ?? uri;
}

interface ProviderConfig {
  /** @throws AssemblyFault when it is missing */
  text(name: string): string;
  /** undefined for the empty text too: CDK writes one for a setting that is not used. */
  optionalText(name: string): string | undefined;
  optionalNumber(name: string): number | undefined;
}

function readConfig(provider: Readonly<Record<string, unknown>>, section: string): ProviderConfig {
  const config = provider[section];
  const optionalText = (name: string): string | undefined => {
    const value = isRecord(config) ? config[name] : undefined;
    return (typeof value === 'string' || typeof value === 'number') && value !== ''
      ? String(value)
      : undefined;
  };
  return {
    optionalText,
    text(name) {
      const value = optionalText(name);
      if (value !== undefined) return value;
      throw new AssemblyFault(
        `An API has the mode ${String(provider['AuthenticationType'])} without ${section}.${name}.`,
      );
    },
    optionalNumber(name) {
      const value = Number(optionalText(name) ?? Number.NaN);
      return Number.isNaN(value) ? undefined : value;
    },
  };
}
