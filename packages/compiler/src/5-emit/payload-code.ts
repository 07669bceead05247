/** The request of a module that asks a handler: AppSync's own direct-Lambda event. */

export interface Payload {
  readonly operation: 'Invoke' | 'BatchInvoke';
  /** JavaScript expressions. */
  readonly args: string;
  readonly source: string;
  /** JavaScript expression. @default the type of the resolver */
  readonly parentTypeName?: string;
  /** JavaScript expression of another field than the resolver's, whose selection is not the client's. */
  readonly fieldName?: string;
  /** The module has `along`. */
  readonly hasAlong?: boolean;
}

/** The `return` statement. */
export function payload({
  operation,
  args,
  source,
  fieldName,
  parentTypeName,
  hasAlong = false,
}: Payload): string {
  const isOwn = fieldName === undefined;
  return `  return {
    operation: '${operation}',
    payload: {
      arguments: ${args},
      identity: ctx.identity,
      source: ${source},
      request: ctx.request,
      prev: null,
      info: {
        fieldName: ${fieldName ?? 'ctx.info.fieldName'},
        parentTypeName: ${parentTypeName ?? 'ctx.info.parentTypeName'},
        variables: ctx.info.variables,
        selectionSetList: ${isOwn ? 'ctx.info.selectionSetList' : '[]'},
        selectionSetGraphQL: ${isOwn ? 'ctx.info.selectionSetGraphQL' : "''"},
${hasAlong ? '        along: along(ctx.info.selectionSetGraphQL),\n' : ''}      },
      stash: {},
    },
  };
`;
}

export interface EntitiesPayload {
  /** JavaScript expressions. */
  readonly args: string;
  readonly selectionSetList: string;
  readonly selection: string;
  /** Further lines of `info`. */
  readonly more?: string;
}

/** The `return` statement of a module that asks for entities. */
export function entitiesPayload({ args, selectionSetList, selection, more = '' }: EntitiesPayload): string {
  return `  return {
    operation: 'BatchInvoke',
    payload: {
      arguments: ${args},
      identity: ctx.identity,
      source: null,
      request: ctx.request,
      prev: null,
      info: {
        fieldName: '_entities',
        parentTypeName: 'Query',
        variables: ctx.info.variables,
        selectionSetList: ${selectionSetList},
        selectionSetGraphQL: ${selection},
${more}      },
      stash: {},
    },
  };
`;
}
