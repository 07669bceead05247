/**
 * The composition library knows Federation up to v2.9. Later versions differ by directives that change nothing of
 * composition: v2.12 has `@cacheTag`, for caches of routers. A newer `@link` is read as v2.9 without them; a directive
 * that is not known is left for the library to refuse. See Federation changelog, "Version history" (2026-11-21).
 */
import { Kind, visit } from 'graphql';
import type { ConstValueNode, DirectiveNode, DocumentNode, StringValueNode } from 'graphql';

const FEDERATION_URL = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.(\d+)$/;
const NEWEST_KNOWN = 9;
/** Later ones are refused: what they mean is not known here. */
const NEWEST_READ = 13;

/** Directives of newer versions that composition may leave out. */
const IGNORED = new Set(['cacheTag', 'federation__cacheTag']);

/** @returns the same document when its version is known */
export function readNewerVersions(document: DocumentNode): DocumentNode {
  const isNewer = document.definitions.some(
    (node) =>
      (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION) &&
      node.directives?.some((directive) => minorVersion(directive) > NEWEST_KNOWN) === true,
  );
  if (!isNewer) return document;
  return visit(document, {
    Directive: (node) => {
      if (IGNORED.has(node.name.value)) return null;
      return minorVersion(node) > NEWEST_KNOWN ? lowered(node) : undefined;
    },
  });
}

/** Minor version of a federation `@link`; 0 for other directives. */
function minorVersion(node: DirectiveNode): number {
  if (node.name.value !== 'link') return 0;
  const url = node.arguments?.find(({ name }) => name.value === 'url')?.value;
  const minor = url?.kind === Kind.STRING ? Number(FEDERATION_URL.exec(url.value)?.[1] ?? 0) : 0;
  return minor > NEWEST_READ ? 0 : minor;
}

function lowered(node: DirectiveNode): DirectiveNode {
  return {
    ...node,
    arguments: (node.arguments ?? []).map((argument) => {
      const { value } = argument;
      if (argument.name.value === 'url' && value.kind === Kind.STRING) {
        const url: StringValueNode = { ...value, value: value.value.replace(/\d+$/, String(NEWEST_KNOWN)) };
        return { ...argument, value: url };
      }
      if (argument.name.value !== 'import' || value.kind !== Kind.LIST) return argument;
      return { ...argument, value: { ...value, values: value.values.filter((one) => !isIgnored(one)) } };
    }),
  };
}

function isIgnored(value: ConstValueNode | { readonly kind: string }): boolean {
  return 'value' in value && typeof value.value === 'string' && IGNORED.has(value.value.replace('@', ''));
}
