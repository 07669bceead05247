/**
 * `@override(label: "percent(N)")` with N of 0 or 100 needs no request to be decided: the field has not moved at all, or
 * for good. What is left to run time are the labels between these, and those that a variable switches.
 */
import { Kind } from 'graphql';
import type { ConstDirectiveNode, ConstValueNode, DocumentNode, FieldDefinitionNode } from 'graphql';
import { enumArgument, stringArgument } from './directive-arguments.ts';
import { isFieldsNode } from './fields-by-graph.ts';
import { readGraphs } from './join-directives.ts';

const PERCENT = /^percent\((.+)\)$/;

/** The supergraph as if those fields had no label; the very same when there are none. */
export function settleLabels(document: DocumentNode): DocumentNode {
  const graphs = readGraphs(document);
  const nameOf = (directive: ConstDirectiveNode) => {
    const graph = enumArgument(directive, 'graph') ?? '';
    return graphs.get(graph)?.name ?? graph;
  };
  let isChanged = false;
  const settleField = (field: FieldDefinitionNode): FieldDefinitionNode => {
    const taker = field.directives?.find((one) => isTaker(one) && isSettled(one));
    if (taker === undefined) return field;
    isChanged = true;
    const hasMoved = percentOf(taker) === 100;
    const from = stringArgument(taker, 'override');
    const directives = field.directives?.map((directive) => {
      if (directive === taker)
        return hasMoved ? without(directive, ['overrideLabel']) : withFlag(onlyGraph(directive), 'external');
      if (directive.name.value !== 'join__field' || nameOf(directive) !== from) return directive;
      const plain = without(directive, ['overrideLabel', 'usedOverridden']);
      // The function of the new owner may answer the field already: as if the old one had taken it back.
      return hasMoved ? withFlag(plain, 'usedOverridden') : withText(plain, 'override', nameOf(taker));
    });
    return { ...field, ...(directives === undefined ? {} : { directives }) };
  };
  const definitions = document.definitions.map((node) =>
    isFieldsNode(node) && node.fields?.some(hasSettled)
      ? { ...node, fields: node.fields.map(settleField) }
      : node,
  );
  return isChanged ? { ...document, definitions } : document;
}

function hasSettled({ directives }: FieldDefinitionNode): boolean {
  return directives?.some((one) => isTaker(one) && isSettled(one)) === true;
}

function isTaker(directive: ConstDirectiveNode): boolean {
  return directive.name.value === 'join__field' && stringArgument(directive, 'override') !== undefined;
}

function isSettled(directive: ConstDirectiveNode): boolean {
  const percent = percentOf(directive);
  return percent === 0 || percent === 100;
}

function percentOf(directive: ConstDirectiveNode): number | undefined {
  const percent = PERCENT.exec(stringArgument(directive, 'overrideLabel') ?? '')?.[1];
  return percent === undefined ? undefined : Number(percent);
}

function without(directive: ConstDirectiveNode, names: readonly string[]): ConstDirectiveNode {
  return {
    ...directive,
    arguments: (directive.arguments ?? []).filter(({ name }) => !names.includes(name.value)),
  };
}

function onlyGraph(directive: ConstDirectiveNode): ConstDirectiveNode {
  const kept = (directive.arguments ?? []).filter(({ name }) => ['graph', 'type'].includes(name.value));
  return { ...directive, arguments: kept };
}

function withFlag(directive: ConstDirectiveNode, flag: string): ConstDirectiveNode {
  return withArgument(directive, flag, { kind: Kind.BOOLEAN, value: true });
}

function withText(directive: ConstDirectiveNode, name: string, value: string): ConstDirectiveNode {
  return withArgument(directive, name, { kind: Kind.STRING, value });
}

function withArgument(
  directive: ConstDirectiveNode,
  name: string,
  value: ConstValueNode,
): ConstDirectiveNode {
  const argument = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value } as const;
  return { ...directive, arguments: [...(directive.arguments ?? []), argument] };
}
