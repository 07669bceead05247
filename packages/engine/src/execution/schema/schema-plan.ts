/** Everything about a field that does not depend on the request, found by type and field name. */
import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  isIntrospectionType,
} from 'graphql';
import type { FieldResolver } from '../resolvers/field-resolver.ts';
import { type AccessDefaults, type FieldAccess, toFieldAccess } from './field-access.ts';
import { type ValueShape, toValueShape } from './value-shape.ts';

export interface FieldPlan {
  readonly name: string;
  readonly parentTypeName: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly shape: ValueShape;
  /** undefined: the property of the parent's value. */
  readonly resolver: FieldResolver | undefined;
  /** Set on introspection fields only, which have no access rules. */
  readonly introspect: GraphQLFieldResolver<unknown, unknown> | undefined;
  readonly access: FieldAccess | undefined;
}

export interface SchemaPlan {
  readonly schema: GraphQLSchema;
  /** True when every resolver is native: it answers by the source alone, wherever in the response that stands. */
  readonly isNative: boolean;
  /** undefined for names that are not fields of the type; validation has excluded them. */
  field(type: GraphQLObjectType, name: string): FieldPlan | undefined;
}

/** @param resolvers by `Type.field` */
export function createSchemaPlan(
  schema: GraphQLSchema,
  resolvers: ReadonlyMap<string, FieldResolver>,
  defaults: AccessDefaults,
): SchemaPlan {
  const plans = new Map<GraphQLObjectType, Map<string, FieldPlan>>();
  const planType = (type: GraphQLObjectType): Map<string, FieldPlan> => {
    const known = plans.get(type);
    if (known !== undefined) return known;
    const typeDirectives = type.astNode?.directives ?? [];
    const fields = new Map<string, FieldPlan>();
    for (const definition of Object.values(type.getFields())) {
      const resolver = resolvers.get(`${type.name}.${definition.name}`);
      fields.set(definition.name, planField(definition, { type, typeDirectives, resolver, defaults }));
    }
    if (type === schema.getQueryType()) {
      for (const definition of [SchemaMetaFieldDef, TypeMetaFieldDef]) {
        fields.set(definition.name, planField(definition, { type, typeDirectives, resolver: undefined, defaults }));
      }
    }
    plans.set(type, fields);
    return fields;
  };
  const isNative = [...resolvers.values()].every(({ kind }) => kind === 'native');
  return { schema, isNative, field: (type, name) => planType(type).get(name) };
}

interface FieldSurroundings {
  readonly type: GraphQLObjectType;
  readonly typeDirectives: readonly ConstDirectiveNode[];
  readonly resolver: FieldResolver | undefined;
  readonly defaults: AccessDefaults;
}

function planField(definition: GraphQLField<unknown, unknown>, around: FieldSurroundings): FieldPlan {
  const isMeta = isIntrospectionType(around.type) || definition.name.startsWith('__');
  const { resolver, typeDirectives, defaults } = around;
  return {
    name: definition.name,
    parentTypeName: around.type.name,
    definition,
    shape: toValueShape(definition.type),
    resolver,
    introspect: isMeta ? definition.resolve : undefined,
    access: isMeta ? undefined : toFieldAccess(definition.astNode?.directives ?? [], typeDirectives, defaults),
  };
}
