/** Official federation error codes beyond those of `catalog.ts`: what each means, and the usual way out. */
import type { CatalogEntry } from './catalog-entry.ts';

const entry = (fix: string, explanation: string): CatalogEntry => ({
  message: '{message}',
  fix,
  explanation,
});

const ONE_STRING = 'Write the field set as one string, for example "id" or "id owner { id }".';
const NO_DIRECTIVES = 'Remove the directive from the field set.';
const NO_ARGUMENTS = 'Name a field without arguments.';
const NOT_ON_INTERFACE = 'Move the directive to the fields of the types that implement the interface.';
const SAME_EVERYWHERE = 'Make the definitions the same in every subgraph that has it.';

/** Sorted by code. Composition fills in the message. */
export const FEDERATION_CODES = {
  AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE: entry(
    'Put the directive on the object types that implement the interface, or on their fields.',
    '@authenticated, @requiresScopes and @policy are decided for object types; on an interface they would not say whose requirements hold.',
  ),
  CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS: entry(
    'Mark the argument with @fromContext in every subgraph, or make it nullable or give it a default value where it is not.',
    'An argument that one subgraph fills from a context and that another requires from clients fits neither.',
  ),
  CONTEXT_INVALID_SELECTION: entry(
    'Select one field without arguments that every type with that @context has, of the type of the argument.',
    'The selection of @fromContext must give one value for each type that sets the context.',
  ),
  CONTEXT_NAME_INVALID: entry(
    'Use letters and digits only.',
    'The name of a @context is part of what @fromContext refers to by $name.',
  ),
  CONTEXT_NOT_SET: entry(
    'Put @context(name:) with that name on a type above the field, or correct the name.',
    '@fromContext names a context that no type sets.',
  ),
  CONTEXT_NO_RESOLVABLE_KEY: entry(
    'Give the type a resolvable @key.',
    'A field with an argument from a context is fetched as a field of an entity, so its type needs a key.',
  ),
  COST_APPLIED_TO_INTERFACE_FIELD: entry(
    NOT_ON_INTERFACE,
    '@cost counts the fields of object types; the fields of an interface have the cost of the types behind them.',
  ),
  DEFAULT_VALUE_USES_INACCESSIBLE: entry(
    'Choose a default value that clients can see, or make the value accessible.',
    'A default value in the API schema uses an element that @inaccessible hides.',
  ),
  DIRECTIVE_COMPOSITION_ERROR: entry(
    'Import the directive with @link from a specification of your own, in the same version in every subgraph.',
    '@composeDirective keeps custom directives that a @link imports; others have no identity across subgraphs.',
  ),
  DIRECTIVE_COST_INVALID_WEIGHT: entry(
    'Write the weight as a whole number.',
    'The weight of @cost is an Int.',
  ),
  DIRECTIVE_DEFINITION_INVALID: entry(
    'Remove the definition: @link imports it.',
    'A subgraph declares a federation directive itself, and not as the specification has it.',
  ),
  EMPTY_MERGED_ENUM_TYPE: entry(
    'Give the subgraphs at least one value in common.',
    'An enum that is used for input keeps only the values that all its subgraphs know: here none is left.',
  ),
  EMPTY_MERGED_INPUT_TYPE: entry(
    'Give the subgraphs at least one field in common.',
    'An input type keeps only the fields that all its subgraphs know: here none is left.',
  ),
  ENUM_VALUE_MISMATCH: entry(
    'Add the value to the other subgraphs, or use separate enums for input and output.',
    'An enum that is both input and output must have the same values in every subgraph.',
  ),
  EXTENSION_WITH_NO_BASE: entry(
    'Define the type in one of the subgraphs, or drop "extend".',
    'A type is extended, but no subgraph defines it.',
  ),
  EXTERNAL_ARGUMENT_DEFAULT_MISMATCH: entry(
    SAME_EVERYWHERE,
    'An @external field repeats the declaration of its owner, default values of arguments included.',
  ),
  EXTERNAL_ARGUMENT_MISSING: entry(
    'Repeat the argument on the @external field.',
    'An @external field repeats the declaration of its owner, arguments included.',
  ),
  EXTERNAL_ARGUMENT_TYPE_MISMATCH: entry(
    SAME_EVERYWHERE,
    'An @external field repeats the declaration of its owner, argument types included.',
  ),
  EXTERNAL_MISSING_ON_BASE: entry(
    'Let one subgraph resolve the field: drop @external there.',
    'Every subgraph that mentions the field says that another one resolves it.',
  ),
  EXTERNAL_TYPE_MISMATCH: entry(
    'Repeat the type of the field as its owner declares it.',
    'An @external field has another type than in the subgraph that resolves it.',
  ),
  FIELD_ARGUMENT_DEFAULT_MISMATCH: entry(
    SAME_EVERYWHERE,
    'An argument has different default values in different subgraphs, so the answer would depend on who is asked.',
  ),
  FIELD_ARGUMENT_TYPE_MISMATCH: entry(
    SAME_EVERYWHERE,
    'An argument that several subgraphs define must have compatible types in all of them.',
  ),
  IMPLEMENTED_BY_INACCESSIBLE: entry(
    'Hide the field of the interface too, or show the implementing one.',
    'Clients see the field on the interface, but not on a type that implements it.',
  ),
  INPUT_FIELD_DEFAULT_MISMATCH: entry(
    SAME_EVERYWHERE,
    'An input field has different default values in different subgraphs.',
  ),
  INTERFACE_FIELD_NO_IMPLEM: entry(
    'Add the field to the type, or remove it from the interface.',
    'In the supergraph the interface has a field that a type of another subgraph, which implements it, lacks.',
  ),
  INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE: entry(
    'Define every implementing type in each subgraph that has @key on the interface.',
    'A subgraph with @key on an interface must be able to say which type each of its entities has.',
  ),
  INTERFACE_KEY_NOT_ON_IMPLEMENTATION: entry(
    'Repeat the @key on every type that implements the interface.',
    'A @key of an interface must be a key of each of its types.',
  ),
  INTERFACE_OBJECT_USAGE_ERROR: entry(
    'Give the type the @key that the interface has in another subgraph.',
    '@interfaceObject stands for an entity interface of another subgraph, so it needs its key.',
  ),
  INVALID_LINK_DIRECTIVE_USAGE: entry(
    'Write imports as names, or as { name: "@a", as: "@b" }, each once.',
    'A @link imports something that is no name, or imports it twice.',
  ),
  INVALID_LINK_IDENTIFIER: entry(
    'End the url with a version, for example https://specs.apollo.dev/federation/v2.9.',
    'The url of a @link says which specification it is, and in which version.',
  ),
  INVALID_SHAREABLE_USAGE: entry(
    'Remove @shareable; put it on the fields of the object types.',
    '@shareable is about who resolves a field, and fields of interfaces are not resolved.',
  ),
  INVALID_SUBGRAPH_NAME: entry(
    'Choose another name in subgraph.ts.',
    'The name of a subgraph must be usable in the supergraph; "_" is reserved.',
  ),
  KEY_DIRECTIVE_IN_FIELDS_ARG: entry(NO_DIRECTIVES, 'A field set is a selection without directives.'),
  KEY_FIELDS_HAS_ARGS: entry(NO_ARGUMENTS, 'The value of a key field must not depend on arguments.'),
  KEY_FIELDS_SELECT_INVALID_TYPE: entry(
    'Name fields that are scalars, enums or objects.',
    'Lists, interfaces and unions can not be compared, so they can not be part of a key.',
  ),
  KEY_INVALID_FIELDS_TYPE: entry(ONE_STRING, 'The argument "fields" of @key is not a string.'),
  KEY_UNSUPPORTED_ON_INTERFACE: entry(
    'Import federation v2.3 or newer with @link, or remove the @key.',
    'Keys on interfaces came with federation 2.3.',
  ),
  LINK_IMPORT_NAME_MISMATCH: entry(
    'Import it under one name in every subgraph.',
    'A directive that composition keeps is imported under different names.',
  ),
  LIST_SIZE_APPLIED_TO_NON_LIST: entry(
    'Name the lists in sizedFields, or move @listSize to the list.',
    '@listSize is about lists, and the field is none.',
  ),
  LIST_SIZE_INVALID_ASSUMED_SIZE: entry('Use 0 or more.', 'The assumed size of a list can not be negative.'),
  LIST_SIZE_INVALID_SIZED_FIELD: entry(
    'Name list fields of the type that the field returns.',
    'sizedFields of @listSize names something that is no list field of the returned type.',
  ),
  LIST_SIZE_INVALID_SLICING_ARGUMENT: entry(
    'Name Int arguments of the field.',
    'slicingArguments of @listSize names something that is no Int argument of the field.',
  ),
  MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL: entry(
    'Move the directive to the subgraph that resolves the field.',
    'An @external field only repeats what another subgraph declares; directives that composition merges belong there.',
  ),
  MISSING_TRANSITIVE_AUTH_REQUIREMENTS: entry(
    'Repeat the requirements of the required field on this one.',
    'A field that is computed from a protected one by @requires must be protected at least as well.',
  ),
  NO_CONTEXT_IN_SELECTION: entry(
    'Begin the selection with the context: "$name { field }".',
    'The field argument of @fromContext names the context that the value comes from.',
  ),
  NO_QUERIES: entry(
    'Define a Query type with at least one field in one of the subgraphs.',
    'A GraphQL API needs a query root type, and no subgraph has one.',
  ),
  ONLY_INACCESSIBLE_CHILDREN: entry(
    'Show one of its members, or mark the type itself @inaccessible.',
    'Clients would see a type without fields or values.',
  ),
  OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE: entry(
    'Remove one of the two directives.',
    '@override moves a field to this subgraph; @external, @provides and @requires say that it is not, or not only, resolved here.',
  ),
  OVERRIDE_FROM_SELF_ERROR: entry(
    'Name the subgraph that resolved the field before.',
    '@override takes a field over from another subgraph, not from its own.',
  ),
  OVERRIDE_LABEL_INVALID: entry(
    'Use a name that begins with a letter, or "percent(N)" with N from 0 to 100.',
    'The label of @override decides at run time whether the field has moved.',
  ),
  OVERRIDE_ON_INTERFACE: entry(
    'Put @override on the fields of the object types.',
    'Fields of interfaces are not resolved, so there is nothing to take over.',
  ),
  OVERRIDE_SOURCE_HAS_OVERRIDE: entry(
    'Keep @override in one of the subgraphs.',
    'Two subgraphs take the same field over, so its owner is not decided.',
  ),
  PROVIDES_DIRECTIVE_IN_FIELDS_ARG: entry(NO_DIRECTIVES, 'A field set is a selection without directives.'),
  PROVIDES_FIELDS_HAS_ARGS: entry(NO_ARGUMENTS, 'A provided field must not depend on arguments.'),
  PROVIDES_FIELDS_MISSING_EXTERNAL: entry(
    'Mark the field @external if another subgraph resolves it, or take it out of @provides.',
    '@provides lists fields that this subgraph resolves on this path only; what it always resolves needs none.',
  ),
  PROVIDES_INVALID_FIELDS: entry(
    'Correct the name, or declare the field in this subgraph with @external.',
    'The fields of @provides must exist in the type that the field returns, in the same subgraph.',
  ),
  PROVIDES_INVALID_FIELDS_TYPE: entry(ONE_STRING, 'The argument "fields" of @provides is not a string.'),
  PROVIDES_ON_NON_OBJECT_FIELD: entry(
    'Remove @provides.',
    '@provides lists fields of what the field returns, and a scalar or enum has none.',
  ),
  PROVIDES_UNSUPPORTED_ON_INTERFACE: entry(
    NOT_ON_INTERFACE,
    '@provides on a field of an interface is not supported by federation.',
  ),
  QUERY_ROOT_TYPE_INACCESSIBLE: entry(
    'Remove @inaccessible from the query root type.',
    'The query root type must be in the API schema.',
  ),
  REFERENCED_INACCESSIBLE: entry(
    'Hide what refers to the type too, or show the type.',
    'Something that clients see has a type that @inaccessible hides.',
  ),
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: entry(
    'Add the argument to the other subgraphs, or make it nullable or give it a default value.',
    'An argument that some subgraphs lack is not part of the API, but here a subgraph requires it.',
  ),
  REQUIRED_INACCESSIBLE: entry(
    'Make it nullable, give it a default value, or show it.',
    'Clients would have to give something that they can not see.',
  ),
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH: entry(
    'Add the field to the other subgraphs, or make it nullable or give it a default value.',
    'An input field that some subgraphs lack is not part of the API, but here a subgraph requires it.',
  ),
  REQUIRES_DIRECTIVE_IN_FIELDS_ARG: entry(NO_DIRECTIVES, 'A field set is a selection without directives.'),
  REQUIRES_FIELDS_MISSING_EXTERNAL: entry(
    'Mark the field @external if another subgraph resolves it, or take it out of @requires.',
    '@requires lists fields of other subgraphs; what this one resolves it has already.',
  ),
  REQUIRES_INVALID_FIELDS_TYPE: entry(ONE_STRING, 'The argument "fields" of @requires is not a string.'),
  REQUIRES_UNSUPPORTED_ON_INTERFACE: entry(
    NOT_ON_INTERFACE,
    '@requires on a field of an interface is not supported by federation.',
  ),
  ROOT_MUTATION_USED: entry(
    'Rename the type, or let it be the mutation root type.',
    'Composition names the root types Query, Mutation and Subscription; another type can not have such a name.',
  ),
  ROOT_QUERY_USED: entry(
    'Rename the type, or let it be the query root type.',
    'Composition names the root types Query, Mutation and Subscription; another type can not have such a name.',
  ),
  ROOT_SUBSCRIPTION_USED: entry(
    'Rename the type, or let it be the subscription root type.',
    'Composition names the root types Query, Mutation and Subscription; another type can not have such a name.',
  ),
  TYPE_DEFINITION_INVALID: entry(
    'Remove the definition, or rename the type: @link imports one of that name.',
    'A subgraph defines a type of a specification itself, and not as the specification has it.',
  ),
  TYPE_KIND_MISMATCH: entry(
    'Use one kind in every subgraph, or different names.',
    'A name is an object type in one subgraph and something else in another.',
  ),
  UNKNOWN_FEDERATION_LINK_VERSION: entry(
    'Use a version up to v2.9.',
    'The @link of a subgraph names a version of federation that composition does not know.',
  ),
  UNKNOWN_LINK_VERSION: entry(
    'Use https://specs.apollo.dev/link/v1.0, or leave that @link out.',
    'The @link of a subgraph names a version of the link specification that composition does not know.',
  ),
  UNSUPPORTED_FEATURE: entry(
    'Remove it, or check the version in the url of @link.',
    'Composition does not know what the subgraph asks for.',
  ),
} as const satisfies Record<string, CatalogEntry>;
