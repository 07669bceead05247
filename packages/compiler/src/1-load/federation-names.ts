/**
 * Federation directives under names of the subgraph's own: `import: [{ name: "@key", as: "@primary" }]`, or a prefix of
 * its own, `@link(url: …, as: "fed")`, which the composition library does not read (0.27.0). Both become the
 * specification's namespace, `@federation__key`, which needs no import and can't collide. See Federation, "@link".
 */
import { Kind, visit } from 'graphql';
import type { ConstArgumentNode, ConstDirectiveNode, ConstValueNode, DocumentNode, NameNode } from 'graphql';

const FEDERATION_URL = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/;
const NAMESPACE = 'federation__';

/** @returns the same document where no name is the subgraph's own */
export function withFederationNames(document: DocumentNode): DocumentNode {
  const links = document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
      ? (node.directives ?? []).filter(isFederationLink)
      : [],
  );
  const prefixes = links.flatMap((link) => textOf(argumentOf(link, 'as')) ?? []);
  const renamed = new Map(links.flatMap(importsOf).flatMap((one) => renamedImport(one) ?? []));
  if (prefixes.length + renamed.size === 0) return document;

  const inNamespace = (name: NameNode): NameNode => {
    const prefix = prefixes.find((one) => name.value.startsWith(`${one}__`));
    const known =
      prefix === undefined ? renamed.get(name.value) : NAMESPACE + name.value.slice(prefix.length + 2);
    return known === undefined ? name : { ...name, value: known };
  };
  return visit(document, {
    Directive: (node) => ({
      ...(isFederationLink(node) ? plainLink(node) : node),
      name: inNamespace(node.name),
    }),
    DirectiveDefinition: (node) => ({ ...node, name: inNamespace(node.name) }),
    ScalarTypeDefinition: (node) => ({ ...node, name: inNamespace(node.name) }),
    NamedType: (node) => ({ ...node, name: inNamespace(node.name) }),
  });
}

function isFederationLink(node: {
  readonly kind: string;
  readonly name: NameNode;
}): node is ConstDirectiveNode {
  if (node.name.value !== 'link') return false;
  return FEDERATION_URL.test(textOf(argumentOf(node as ConstDirectiveNode, 'url')) ?? '');
}

/** The link without names of the subgraph's own. */
function plainLink(link: ConstDirectiveNode): ConstDirectiveNode {
  const kept = (link.arguments ?? []).filter(({ name }) => name.value !== 'as');
  return {
    ...link,
    arguments: kept.map((one): ConstArgumentNode => {
      if (one.name.value !== 'import' || one.value.kind !== Kind.LIST) return one;
      const values = one.value.values.filter((value) => renamedImport(value) === undefined);
      return { ...one, value: { ...one.value, values } };
    }),
  };
}

/** Own name and the specification's, both without `@`; undefined for an import under its own name. */
function renamedImport(value: ConstValueNode): readonly [string, string][] | undefined {
  if (value.kind !== Kind.OBJECT) return undefined;
  const field = (name: string) => textOf(value.fields.find((one) => one.name.value === name)?.value);
  const [name, as] = [field('name'), field('as')];
  if (name === undefined || as === undefined) return undefined;
  return [[as.replace('@', ''), NAMESPACE + name.replace('@', '')]];
}

function importsOf(link: ConstDirectiveNode): readonly ConstValueNode[] {
  const value = argumentOf(link, 'import');
  return value?.kind === Kind.LIST ? value.values : [];
}

function argumentOf(node: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return node.arguments?.find((argument) => argument.name.value === name)?.value;
}

function textOf(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
