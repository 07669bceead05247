/** Federation directives go by the names that `@link` gives them: `@key`, `@federation__key`, or any name after `as`. */
import { Kind } from 'graphql';
import type { ConstDirectiveNode, ConstValueNode, DocumentNode } from 'graphql';

const FEDERATION_URL = /^https:\/\/specs\.apollo\.dev\/federation\/v/;

/** @returns the name of a directive in the specification, for a name that the document uses */
export function federationNames(document: DocumentNode): (usedName: string) => string {
  const renamed = new Map<string, string>();
  let namespace = 'federation';
  for (const link of linksOf(document)) {
    if (!FEDERATION_URL.test(textOf(argumentOf(link, 'url')) ?? '')) continue;
    namespace = textOf(argumentOf(link, 'as')) ?? namespace;
    const imports = argumentOf(link, 'import');
    for (const one of imports?.kind === Kind.LIST ? imports.values : []) {
      if (one.kind !== Kind.OBJECT) continue;
      const member = (name: string) => textOf(one.fields.find((field) => field.name.value === name)?.value);
      const [name, as] = [member('name'), member('as')];
      if (name !== undefined && as !== undefined) renamed.set(bare(as), bare(name));
    }
  }
  const prefix = `${namespace}__`;
  return (usedName) =>
    renamed.get(usedName) ?? (usedName.startsWith(prefix) ? usedName.slice(prefix.length) : usedName);
}

function linksOf(document: DocumentNode): readonly ConstDirectiveNode[] {
  return document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
      ? (node.directives ?? []).filter(({ name }) => name.value === 'link')
      : [],
  );
}

function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

function textOf(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function bare(name: string): string {
  return name.replace('@', '');
}
