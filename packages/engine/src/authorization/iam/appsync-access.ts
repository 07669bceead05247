/** Which fields of an API a principal may use by its policies: `appsync:GraphQL` on the ARNs of the fields. */
import { type GraphQLSchema, OperationTypeNode, isObjectType } from 'graphql';
import { buildApiSchema } from '../../execution/schema/build-api-schema.ts';
import type { ApiModel } from '../../model/app-model.ts';
import type { PolicyContext } from '../policies/match-pattern.ts';
import type { PrincipalPolicies } from '../policies/principal-policies.ts';

/** Service authorization reference, "Actions, resources, and condition keys for AWS AppSync". */
const ACTION = 'appsync:GraphQL';

export interface AppSyncAccess {
  readonly denied: readonly SchemaField[];
  /** False: there is no field to begin a request with. */
  readonly mayBegin: boolean;
}

export interface SchemaField {
  readonly typeName: string;
  readonly fieldName: string;
  /** undefined below the root. */
  readonly operation: OperationTypeNode | undefined;
}

const FIELDS = new WeakMap<ApiModel, readonly SchemaField[]>();
const STATIC_ACCESS = new WeakMap<ApiModel, WeakMap<PrincipalPolicies, AppSyncAccess>>();

/**
 * A root field has to be allowed. Below, what a type's directives open is open unless a statement denies the field.
 * Differs or unconfirmed: AWS's guide restricts root fields and is silent about others; its examples of policies that
 * name nothing else work with answers of any depth.
 * @see AppSync developer guide, "AWS_IAM authorization"
 */
export function judgeAppSyncAccess(policies: PrincipalPolicies, question: AccessQuestion): AppSyncAccess {
  if (!policies.isStatic) return judgeFields(policies, question);
  const judged = STATIC_ACCESS.get(question.api) ?? new WeakMap<PrincipalPolicies, AppSyncAccess>();
  STATIC_ACCESS.set(question.api, judged);
  const access = judged.get(policies) ?? judgeFields(policies, question);
  judged.set(policies, access);
  return access;
}

export interface AccessQuestion {
  readonly api: ApiModel;
  /** `arn:aws:appsync:<region>:<account>:apis/<id>` */
  readonly apiArn: string;
  readonly context: PolicyContext;
}

function judgeFields(policies: PrincipalPolicies, { api, apiArn, context }: AccessQuestion): AppSyncAccess {
  const fields = fieldsOf(api);
  const denied = fields.filter(({ typeName, fieldName, operation }) => {
    const resource = `${apiArn}/types/${typeName}/fields/${fieldName}`;
    const decision = policies.decide({ action: ACTION, resource, context });
    return operation === undefined ? decision === 'explicit-deny' : decision !== 'allow';
  });
  const countRoots = (some: readonly SchemaField[]): number =>
    some.filter(({ operation }) => operation !== undefined).length;
  return { denied, mayBegin: countRoots(fields) > countRoots(denied) };
}

function fieldsOf(api: ApiModel): readonly SchemaField[] {
  const known = FIELDS.get(api);
  if (known !== undefined) return known;
  const built = buildApiSchema(api.schema);
  const fields = built.ok ? listFields(built.schema) : [];
  FIELDS.set(api, fields);
  return fields;
}

function listFields(schema: GraphQLSchema): readonly SchemaField[] {
  const operations = new Map(
    Object.values(OperationTypeNode).map((operation) => [schema.getRootType(operation), operation]),
  );
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    const operation = operations.get(type);
    return Object.keys(type.getFields()).map((fieldName) => ({ typeName: type.name, fieldName, operation }));
  });
}
