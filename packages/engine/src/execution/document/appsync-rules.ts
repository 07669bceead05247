/** Validation rules whose messages AppSync words itself; each replaces one of graphql-js. */
import {
  type ASTVisitor,
  type FieldNode,
  GraphQLError,
  type ValidationContext,
  getNamedType,
  isLeafType,
  isRequiredArgument,
} from 'graphql';
import { checkLiteral } from './check-literal.ts';

export type Rule = (context: ValidationContext) => ASTVisitor;

export function fieldUndefinedRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const parent = context.getParentType();
      if (!parent || context.getFieldDef()) return;
      report(context, node, `Field '${node.name.value}' in type '${parent.name}' is undefined`);
    },
  };
}

/** With introspection switched off the meta-fields do not exist for clients. */
export function introspectionOffRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const name = node.name.value;
      if (name !== '__schema' && name !== '__type') return;
      report(
        context,
        node,
        `Field '${name}' in type '${context.getParentType()?.name ?? 'Query'}' is undefined`,
      );
    },
  };
}

export function subSelectionRule(needed: boolean): Rule {
  return (context) => ({
    Field(node) {
      const type = context.getType();
      if (!type) return;
      const isLeaf = isLeafType(getNamedType(type));
      const hasSelection = node.selectionSet !== undefined && node.selectionSet.selections.length > 0;
      if (needed && !isLeaf && !hasSelection) {
        report(
          context,
          node,
          `Sub selection required for type ${getNamedType(type).name} of field ${node.name.value}`,
        );
      }
      if (!needed && isLeaf && node.selectionSet !== undefined) {
        report(
          context,
          node,
          `Sub selection not allowed on leaf type ${getNamedType(type).name} of field ${node.name.value}`,
        );
      }
    },
  });
}

export function missingFieldArgumentRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const written = new Set((node.arguments ?? []).map((argument) => argument.name.value));
      for (const argument of context.getFieldDef()?.args ?? []) {
        if (!isRequiredArgument(argument) || written.has(argument.name)) continue;
        report(context, node, `Missing field argument ${argument.name}`);
      }
    },
  };
}

export function unknownArgumentRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const definition = context.getFieldDef();
      if (!definition) return;
      for (const argument of node.arguments ?? []) {
        const isKnown = definition.args.some((known) => known.name === argument.name.value);
        if (!isKnown) report(context, node, `Unknown field argument ${argument.name.value}`);
      }
    },
  };
}

export function wrongTypeRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      for (const argument of node.arguments ?? []) {
        const definition = context.getFieldDef()?.args.find((known) => known.name === argument.name.value);
        if (definition === undefined) continue;
        const fault = checkLiteral(argument.value, definition.type, argument.name.value);
        if (fault !== undefined) report(context, node, fault);
      }
    },
  };
}

function report(context: ValidationContext, node: FieldNode, message: string): void {
  context.reportError(new GraphQLError(message, { nodes: node }));
}
