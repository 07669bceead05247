import type { SecretModel } from './app-model.ts';

/** True for the secret's name, its ARN, and its ARN without the hyphen and six characters at its end. */
export function isSecret({ name, arn }: SecretModel, id: string): boolean {
  return id === name || id === arn || id === arn.replace(/-\w{6}$/, '');
}
