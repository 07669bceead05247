/** CloudFormation template reference, "AWS::SecretsManager::Secret GenerateSecretString". */
import { createHash } from 'node:crypto';
import { isRecord } from '../model/is-record.ts';
import { AssemblyFault } from './load-assembly-options.ts';

/** Secrets Manager API reference, "GetRandomPassword" (checked 2026-11-21). */
const DEFAULT_LENGTH = 32;
const MAX_LENGTH = 4_096;

const CLASSES: readonly (readonly [excludedBy: string, characters: string])[] = [
  ['ExcludeLowercase', 'abcdefghijklmnopqrstuvwxyz'],
  ['ExcludeUppercase', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['ExcludeNumbers', '0123456789'],
  ['ExcludePunctuation', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
];

/**
 * @param seed - the same seed gives the same secret
 * @returns the password, or the template's JSON with the password under `GenerateStringKey`
 * @throws AssemblyFault for a template that is not a JSON object, or settings that leave no characters
 */
export function generateSecret(settings: Readonly<Record<string, unknown>>, seed: string): string {
  const password = generatePassword(settings, seed);
  const { SecretStringTemplate: template, GenerateStringKey: key } = settings;
  if (typeof template !== 'string' || typeof key !== 'string') return password;
  try {
    const value: unknown = JSON.parse(template);
    if (isRecord(value)) return JSON.stringify({ ...value, [key]: password });
  } catch {
    // Told below, like JSON that is no object.
  }
  throw new AssemblyFault(`The SecretStringTemplate of the secret ${seed} is not a JSON object: ${template}`);
}

function generatePassword(settings: Readonly<Record<string, unknown>>, seed: string): string {
  const isOn = (name: string): boolean => settings[name] === true || settings[name] === 'true';
  const excluded = typeof settings['ExcludeCharacters'] === 'string' ? settings['ExcludeCharacters'] : '';
  const classes = [
    ...CLASSES.filter(([excludedBy]) => !isOn(excludedBy)).map(([, characters]) => characters),
    ...(isOn('IncludeSpace') ? [' '] : []),
  ]
    .map((characters) => [...characters].filter((each) => !excluded.includes(each)))
    .filter((characters) => characters.length > 0);
  const all = classes.flat();
  const length = Math.min(Number(settings['PasswordLength'] ?? DEFAULT_LENGTH), MAX_LENGTH);
  if (all.length === 0 || !(length >= 1)) {
    throw new AssemblyFault(`The settings of the secret ${seed} leave no password to generate.`);
  }
  const isRequired =
    settings['RequireEachIncludedType'] !== false && settings['RequireEachIncludedType'] !== 'false';
  const start = derivedNumber(seed, 'start') % length;
  return Array.from({ length }, (_, at) => {
    // One of each kind stands at a derived place; the rest is of any kind.
    const required = isRequired ? classes[(at - start + length) % length] : undefined;
    const characters = required ?? all;
    return characters[derivedNumber(seed, at) % characters.length] ?? '';
  }).join('');
}

function derivedNumber(seed: string, part: string | number): number {
  return createHash('sha256').update(`${seed}\n${part}`).digest().readUInt32BE(0);
}
