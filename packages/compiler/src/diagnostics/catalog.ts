/**
 * Every diagnostic code of our own, and explanations of the official federation codes that users meet most.
 * Codes are never renamed or reused. `tributary explain CODE` prints `explanation`; docs/errors.md is made from it.
 */
import type { CatalogEntry } from './catalog-entry.ts';
import { FEDERATION_CODES } from './federation-codes.ts';
import { HINT_CODES } from './hint-codes.ts';

export type { CatalogEntry } from './catalog-entry.ts';

export const CATALOG = {
  ...FEDERATION_CODES,
  ...HINT_CODES,
  INVALID_GRAPHQL: {
    message: '{message}',
    fix: 'Correct the schema at the marked place.',
    explanation:
      'The schema of a subgraph is not valid GraphQL: a syntax error, an unknown type or directive, or a definition that the specification does not allow.',
  },
  PROJECT_NO_SUBGRAPHS: {
    message: 'There is no subgraph to compose.',
    fix: 'Add a folder subgraphs/<name>/ with subgraph.ts and schema.graphql, or run the command in the project folder.',
    explanation:
      'Tributary looks for subgraphs/*/subgraph.ts below the project folder. None was found, so there is nothing to compile.',
  },
  PROJECT_DUPLICATE_SUBGRAPH: {
    message: 'Two subgraphs are named "{name}".',
    fix: 'Give each subgraph its own name in subgraph.ts.',
    explanation:
      'Subgraph names identify owners in the supergraph, in data source names and in stacks: they must differ.',
  },
  PROJECT_INVALID_DEFINITION: {
    message: '{file} does not define a subgraph: {reason}.',
    fix: 'Export default defineSubgraph({ kind, name, ... }) from "@tributary/subgraph/definition".',
    explanation:
      'subgraph.ts must have a default export that names the subgraph and says how it is resolved.',
  },
  PROJECT_FILE_MISSING: {
    message: 'The file {file} of subgraph "{subgraph}" does not exist.',
    fix: 'Create it, or correct the path in {definition}.',
    explanation: 'A definition names a schema, handler or resolver folder that is not there.',
  },
  PROJECT_INVALID_CONFIGURATION: {
    message: '{file} can not be used: {reason}.',
    fix: 'Correct the file: { "contract": { "include": [], "exclude": ["internal"] } }, or { "supergraph": "supergraph.graphql" }.',
    explanation:
      'tributary.json in the project folder says what holds for all subgraphs: the contract that the API is, or a supergraph composed elsewhere.',
  },
  PROJECT_SUBGRAPH_NOT_IN_SUPERGRAPH: {
    message: 'Subgraph "{name}" is not in the supergraph {file}, which has {names}.',
    fix: 'Give the definition the name that the supergraph has for it, or remove its folder.',
    explanation:
      'With a supergraph composed elsewhere, subgraph.ts files say how its subgraphs are asked: each must be one of them.',
  },
  PROJECT_SUBGRAPH_WITHOUT_ADDRESS: {
    message: 'Subgraph "{name}" of the supergraph {file} has no address and no definition.',
    fix: 'Add subgraphs/{name}/subgraph.ts, or give its join__Graph value a url.',
    explanation:
      'A subgraph of a supergraph composed elsewhere is asked at the url that the supergraph has for it, unless a subgraph.ts says otherwise.',
  },
  PROJECT_RESOLVER_DOES_NOT_BUILD: {
    message: '{file} does not build: {reason}',
    fix: 'Correct the module; it is bundled with esbuild and may import "@aws-appsync/utils" and files beside it.',
    explanation: 'A hand-written APPSYNC_JS module could not be bundled into one file.',
  },
  APPSYNC_RESOLVER_MISSING: {
    message: 'Field "{field}" of subgraph "{subgraph}" has no resolver.',
    fix: 'Write resolvers/{subgraph}/{field}.ts with request and response.',
    explanation:
      'A DynamoDB subgraph has no Lambda that could answer: each of its root fields, and each field with arguments, needs an APPSYNC_JS resolver written by hand.',
  },
  APPSYNC_RESOLVER_UNKNOWN_FIELD: {
    message: 'The resolver {file} is for "{field}", which subgraph "{subgraph}" does not define.',
    fix: 'Rename the file to Type.field.ts of a field in the schema of "{subgraph}"{near}.',
    explanation:
      'The name of a hand-written resolver file says which field it resolves; the field must exist in that subgraph.',
  },
  APPSYNC_ENTITY_LOOKUP_MISSING: {
    message:
      'Other subgraphs need {fields} of "{type}" from "{subgraph}", which declares no lookup for key "{key}".',
    fix: 'Add entities: { {type}: [{ key: "{key}" }] } to the definition of "{subgraph}".',
    explanation:
      'A DynamoDB subgraph answers joins through its entity reader, which must know how an entity is found by key: by the table or by an index.',
  },
  APPSYNC_SUBSCRIPTION_WITHOUT_MUTATIONS: {
    message: 'Subscription field "{field}" has no @aws_subscribe directive.',
    fix: 'Add @aws_subscribe(mutations: ["..."]) with the mutations that publish it.',
    explanation:
      'AppSync publishes to a subscription field only from the mutations that its @aws_subscribe directive names.',
  },
  APPSYNC_SUBSCRIBE_UNKNOWN_MUTATION: {
    message: '@aws_subscribe on "{field}" names mutation "{mutation}", which no subgraph defines.',
    fix: 'Use the name of a Mutation field{near}.',
    explanation:
      'Every name in @aws_subscribe(mutations:) must be a field of the Mutation type of the composed API.',
  },
  APPSYNC_SUBSCRIBE_TYPE_MISMATCH: {
    message: 'Subscription "{field}" has type "{type}" but mutation "{mutation}" returns "{mutationType}".',
    fix: 'Make both return the same type; the subscription should be nullable.',
    explanation:
      'AppSync delivers the result of the mutation as it is: the two fields must return the same type.',
  },
  APPSYNC_UNREACHABLE_FIELD: {
    message:
      'Field "{type}.{field}" of subgraph "{subgraph}" can not be reached from "{producer}": no key leads there.',
    fix: 'Let "{producerSubgraph}" return a key of "{type}" that "{subgraph}" declares with @key, or add a key that a third subgraph translates.',
    explanation:
      'To fetch a field from another subgraph the gateway needs one of its resolvable keys, from the object that it has or from a subgraph that it can ask.',
  },
  APPSYNC_FEATURE_NOT_SUPPORTED: {
    message: '{feature} on "{place}" is not supported yet.',
    fix: 'Remove it; the status table of the README lists what is supported.',
    explanation:
      'Composition accepts this feature of Federation but the compiler does not plan it yet; it refuses rather than answer wrongly.',
  },
  APPSYNC_CUSTOM_SCALAR: {
    message: 'AppSync has no custom scalars: "{scalar}" becomes {replacement}.',
    fix: 'Use an AWS scalar or a built-in scalar in the schema to choose yourself.',
    explanation:
      'AppSync accepts only the built-in scalars and AWS scalars. Others are replaced in the emitted schema.',
  },
  APPSYNC_CODE_TOO_LARGE: {
    message: 'The code of {place} has {value} characters; AppSync accepts {maximum}.',
    fix: 'Split the module, or let fewer entity types be joined through it.',
    explanation: 'Resolver and function code is limited to 32,768 characters.',
  },
  APPSYNC_TOO_MANY_FUNCTIONS: {
    message: 'The resolver of {place} needs {value} pipeline functions; AppSync accepts {maximum}.',
    fix: 'Let fewer subgraphs contribute plain fields to the type.',
    explanation: 'A pipeline resolver runs at most 10 functions.',
  },
  APPSYNC_BATCH_TOO_LARGE: {
    message: 'The batches of {place} hold {value} events; AppSync accepts {maximum}.',
    fix: 'Lower maxBatchSize in the definition of the subgraph.',
    explanation: 'AppSync hands at most 2,000 events to a Lambda function in one BatchInvoke.',
  },
  APPSYNC_SCHEMA_TOO_LARGE: {
    message: '{place} has {value} bytes; AppSync accepts {maximum}.',
    fix: 'Remove types that no client uses.',
    explanation: 'A schema document is limited to 1 MB.',
  },
  APPSYNC_TOO_MANY_RESOURCES: {
    message: '{place} holds {value} CloudFormation resources; a stack holds at most {maximum}.',
    fix: 'Split the API or the stack, or let fewer fields have resolvers of their own.',
    explanation: 'A CloudFormation stack holds at most 500 resources.',
  },
  APPSYNC_TEMPLATE_TOO_LARGE: {
    message: 'The template of {place} has {value} bytes; CloudFormation accepts {maximum}.',
    fix: 'Move resources to another stack, or code and schema into assets.',
    explanation: 'A CloudFormation template in an S3 object is limited to 1 MB.',
  },
  APPSYNC_DIALECT: {
    message: 'The emitted schema is not in the dialect of AppSync: {reason}.',
    explanation:
      'AppSync accepts no type extensions, no directive or scalar definitions, and no interface that implements another.',
  },
  OPERATION_INVALID: {
    message: '{message}',
    fix: 'Correct the operation at the marked place.',
    explanation: 'The operation is not valid against the composed API.',
  },
  OPERATION_AMBIGUOUS: {
    message: 'The document holds {count} operations: {names}.',
    fix: 'Choose one with --operation NAME.',
    explanation: 'A plan is made for one operation at a time.',
  },
  OPERATION_UNKNOWN: {
    message: 'The document has no operation "{name}".',
    fix: 'Use one of its operations: {names}.',
    explanation: 'The name given with --operation is not that of an operation in the document.',
  },
  OPERATION_DEPRECATED: {
    message: '{message}',
    fix: 'Move the operation to the replacement that the reason names.',
    explanation:
      'A recorded operation uses what the schema marks @deprecated; it will break when that is removed.',
  },
  OPERATION_MANIFEST_INVALID: {
    message: '{file} is not a manifest of operations: {reason}.',
    fix: 'Write {"id": "query ..."}, or keep other JSON files out of the folder of --operations.',
    explanation:
      'JSON files among recorded operations are manifests: an object of operation ids and texts, or the persisted query manifest that Apollo clients generate.',
  },
  SCHEMA_BREAKING_CHANGE: {
    message: '{message}',
    fix: 'Bring it back marked @deprecated, or add what is new beside the old, until no client needs it.',
    explanation:
      'Operations that were valid against the base schema may fail against the new one. With recorded operations (--operations) a change that none of them meets is reported as a hint.',
  },
  SCHEMA_DANGEROUS_CHANGE: {
    message: '{message}',
    fix: 'Make sure that clients cope with it.',
    explanation:
      'Operations stay valid, but what they get or who may send them can change: a new enum value, a changed default, another directive.',
  },
  KEY_INVALID_FIELDS: {
    message: '{message}',
    fix: 'Name fields of the type, declared in the same subgraph; @external where another one resolves them.',
    explanation:
      'The fields of a @key directive must exist in the type, in the same subgraph; mark those that another subgraph resolves @external.',
  },
  INVALID_FIELD_SHARING: {
    message: '{message}',
    fix: 'Mark the field @shareable in every subgraph that resolves it, or leave it to one of them.',
    explanation:
      'In Federation 2 a field is resolved by one subgraph unless all its subgraphs mark it @shareable.',
  },
  FIELD_TYPE_MISMATCH: {
    message: '{message}',
    fix: 'Give the field the same type in every subgraph.',
    explanation: 'A field that several subgraphs define must have compatible types in all of them.',
  },
  SATISFIABILITY_ERROR: {
    message: '{message}',
    fix: 'Add a @key that leads to the field, or make the field @shareable where it is needed.',
    explanation:
      'There is a query that the composed API allows but that no sequence of subgraph calls can answer.',
  },
  REQUIRES_INVALID_FIELDS: {
    message: '{message}',
    fix: 'Correct the name, or declare the field in this subgraph with @external.',
    explanation:
      'The fields of @requires must exist in the type and be marked @external in the same subgraph.',
  },
  EXTERNAL_UNUSED: {
    message: '{message}',
    fix: 'Remove the field, or drop @external if this subgraph resolves it.',
    explanation: 'A field is marked @external but neither a key, nor @requires, nor @provides uses it.',
  },
} as const satisfies Record<string, CatalogEntry>;

export type CatalogCode = keyof typeof CATALOG;
