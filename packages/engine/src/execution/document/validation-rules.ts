/** The rules of a document's validation with the type names of graphql-java, in the order that AppSync reports. */
import {
  ExecutableDefinitionsRule,
  FragmentsOnCompositeTypesRule,
  KnownDirectivesRule,
  KnownFragmentNamesRule,
  KnownTypeNamesRule,
  LoneAnonymousOperationRule,
  MaxIntrospectionDepthRule,
  NoFragmentCyclesRule,
  NoUndefinedVariablesRule,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  OverlappingFieldsCanBeMergedRule,
  PossibleFragmentSpreadsRule,
  ProvidedRequiredArgumentsRule,
  SingleFieldSubscriptionsRule,
  UniqueArgumentNamesRule,
  UniqueDirectivesPerLocationRule,
  UniqueFragmentNamesRule,
  UniqueInputFieldNamesRule,
  UniqueOperationNamesRule,
  UniqueVariableNamesRule,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
} from 'graphql';
import {
  type Rule,
  fieldUndefinedRule,
  introspectionOffRule,
  missingFieldArgumentRule,
  subSelectionRule,
  unknownArgumentRule,
  wrongTypeRule,
} from './appsync-rules.ts';

export interface TypedRule {
  readonly type: string;
  readonly rule: Rule;
}

export const VALIDATION_RULES: readonly TypedRule[] = [
  { type: 'NonExecutableDefinition', rule: ExecutableDefinitionsRule },
  { type: 'DuplicateOperationName', rule: UniqueOperationNamesRule },
  { type: 'LoneAnonymousOperationViolation', rule: LoneAnonymousOperationRule },
  { type: 'SubscriptionMultipleRootFields', rule: SingleFieldSubscriptionsRule },
  { type: 'UnknownType', rule: KnownTypeNamesRule },
  { type: 'FragmentTypeConditionInvalid', rule: FragmentsOnCompositeTypesRule },
  { type: 'NonInputTypeOnVariable', rule: VariablesAreInputTypesRule },
  { type: 'SubSelectionRequired', rule: subSelectionRule(true) },
  { type: 'SubSelectionNotAllowed', rule: subSelectionRule(false) },
  { type: 'FieldUndefined', rule: fieldUndefinedRule },
  { type: 'DuplicateFragmentName', rule: UniqueFragmentNamesRule },
  { type: 'UndefinedFragment', rule: KnownFragmentNamesRule },
  { type: 'UnusedFragment', rule: NoUnusedFragmentsRule },
  { type: 'InvalidFragmentType', rule: PossibleFragmentSpreadsRule },
  { type: 'FragmentCycle', rule: NoFragmentCyclesRule },
  { type: 'DuplicateVariableName', rule: UniqueVariableNamesRule },
  { type: 'UndefinedVariable', rule: NoUndefinedVariablesRule },
  { type: 'UnusedVariable', rule: NoUnusedVariablesRule },
  { type: 'UnknownDirective', rule: KnownDirectivesRule },
  { type: 'DuplicateDirectiveName', rule: UniqueDirectivesPerLocationRule },
  { type: 'UnknownArgument', rule: unknownArgumentRule },
  { type: 'DuplicateArgumentNames', rule: UniqueArgumentNamesRule },
  { type: 'WrongType', rule: wrongTypeRule },
  { type: 'MissingFieldArgument', rule: missingFieldArgumentRule },
  { type: 'MissingDirectiveArgument', rule: directivesOnly(ProvidedRequiredArgumentsRule) },
  { type: 'VariableTypeMismatch', rule: VariablesInAllowedPositionRule },
  { type: 'FieldsConflict', rule: OverlappingFieldsCanBeMergedRule },
  { type: 'DuplicateInputFieldName', rule: UniqueInputFieldNamesRule },
  // Differs or unconfirmed: lists of types in lists of types, whose answer grows beyond any bound.
  { type: 'BadFaithIntrospection', rule: MaxIntrospectionDepthRule },
];

/** Added when the API's IntrospectionConfig is DISABLED. */
export const INTROSPECTION_OFF: TypedRule = { type: 'FieldUndefined', rule: introspectionOffRule };

function directivesOnly(rule: Rule): Rule {
  return (context) => {
    const visitor = rule(context);
    return 'Directive' in visitor && visitor.Directive !== undefined ? { Directive: visitor.Directive } : {};
  };
}
