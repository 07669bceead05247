/** CloudFormation user guide, "Dynamic references": `{{resolve:service:reference}}` in text -> the value. */
import { isRecord } from '../model/is-record.ts';
import { AssemblyFault } from './load-assembly-options.ts';

const DYNAMIC_REFERENCE = /\{\{resolve:(ssm|ssm-secure|secretsmanager):([^{}]+)\}\}/g;

/** `id[:SecretString[:key[:stage[:version]]]]`, the id being a name or an ARN. */
const SECRET_REFERENCE =
  /^(arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:[^:]+|[^:]+)(?::(?:SecretString)?(?::([^:]*)(?::[^:]*){0,2})?)?$/;

/** undefined: neither the assembly nor the user has one of that name. */
export interface ValueLookup {
  ssmParameter(this: void, name: string): string | undefined;
  /** @param id - name, ARN, or ARN without its last seven characters */
  secret(this: void, id: string): string | undefined;
}

export interface DynamicValues extends ValueLookup {
  readonly stackName: string;
}

/**
 * Differs from AWS: there is one version of everything, so versions and stages are not looked at.
 * @throws AssemblyFault for what neither the assembly nor the user has
 */
export function resolveDynamicReferences(text: string, values: DynamicValues): string {
  if (!text.includes('{{resolve:')) return text;
  return text.replace(DYNAMIC_REFERENCE, (_whole, service: string, reference: string) =>
    service === 'secretsmanager' ? resolveSecret(reference, values) : resolveParameter(reference, values),
  );
}

/** `name[:version]` */
function resolveParameter(reference: string, values: DynamicValues): string {
  const name = reference.replace(/:\d+$/, '');
  return values.ssmParameter(name) ?? failMissingParameter(name, values);
}

/** Also for template parameters that take their value from an SSM parameter. @throws AssemblyFault always */
export function failMissingParameter(name: string, { stackName }: Pick<DynamicValues, 'stackName'>): never {
  throw new AssemblyFault(
    `Stack "${stackName}" uses the SSM parameter "${name}", which is not in this assembly. ` +
      `Give its value: --parameter ${name}=VALUE, or under "parameters" in the file of --values.`,
  );
}

function resolveSecret(reference: string, values: DynamicValues): string {
  const [, id = reference, key = ''] = SECRET_REFERENCE.exec(reference) ?? [];
  const secret = values.secret(id);
  if (secret === undefined) {
    const example = key === '' ? 'VALUE' : `'{"${key}":"VALUE"}'`;
    throw new AssemblyFault(
      `Stack "${values.stackName}" uses the secret "${id}", which is not in this assembly. ` +
        `Give its value: --secret ${id}=${example}, or under "secrets" in the file of --values.`,
    );
  }
  if (key === '') return secret;
  const value = fieldOf(secret, key);
  if (value !== undefined) return typeof value === 'string' ? value : JSON.stringify(value);
  throw new AssemblyFault(
    `Stack "${values.stackName}" uses the key "${key}" of the secret "${id}", whose value is not a JSON object with that key.`,
  );
}

function fieldOf(secret: string, key: string): unknown {
  try {
    const value: unknown = JSON.parse(secret);
    return isRecord(value) ? value[key] : undefined;
  } catch {
    return undefined;
  }
}
