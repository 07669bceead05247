/** Public entry of the compiler. */
export { checkApi } from './check/check-api.ts';
export type { NamedCheck } from './check/check-api.ts';
export { buildApiSchema } from './check/build-api-schema.ts';
export { closestMeasures, exceededLimit } from './check/limit-measure.ts';
export type { LimitMeasure, LimitName } from './check/limit-measure.ts';
export { checkLimits, countResources, MAX_STACK_RESOURCES, measureApi } from './check/limits.ts';
export { locateInSources } from './check/locate-in-sources.ts';
export { compile, compileSupergraph } from './compile.ts';
export type { Compilation, CompileOptions, CompileResult, SupergraphSource } from './compile.ts';
export type { Contract } from './model/contract.ts';
export { CATALOG } from './diagnostics/catalog.ts';
export { createDiagnostic, explainCode, knownCodes } from './diagnostics/create-diagnostic.ts';
export { HINT_CODES } from './diagnostics/hint-codes.ts';
export { nearNames } from './diagnostics/did-you-mean.ts';
export { locationOfNode, toSourceLocation } from './diagnostics/source-location.ts';
export { formatDiagnostic, formatPlace } from './diagnostics/format-diagnostic.ts';
export type { AppSyncApi, EmittedDataSource, EmittedFunction, EmittedResolver } from './model/appsync-api.ts';
export type { Diagnostic, DiagnosticNote, HintLevel, SourceLocation } from './model/diagnostic.ts';
export type {
  ArgumentModel,
  FederationModel,
  FieldModel,
  FieldSet,
  KeyFieldSet,
  OverrideCondition,
} from './model/federation-model.ts';
export type {
  ApiPlan,
  Completion,
  FetchGroup,
  FetchStep,
  FieldFetch,
  RequiredInput,
  ResolverPlan,
  LabelledPath,
  RootAlternative,
  StepPlace,
  TypeCompletion,
  ValuePlan,
} from './model/resolver-plan.ts';
export { labelsOf } from './4-plan/label-states.ts';
export { labelVariable } from './5-emit/label-code.ts';
export { selectedFields, storageName } from './model/selected-fields.ts';
export {
  HIDDEN,
  isMentioned,
  namesAtAnyDepth,
  readSelection,
  selectedNames,
} from './operation-plan/read-selection.ts';
export type { ReadableSelection } from './operation-plan/read-selection.ts';
export type { Result } from './model/result.ts';
export type {
  EntityLookupSource,
  HandwrittenModule,
  HandwrittenResolver,
  SubgraphSource,
} from './model/subgraph-source.ts';
export { formatPlan } from './operation-plan/format-plan.ts';
export { selectionBelow } from './operation-plan/selection-below.ts';
export { standInType } from './operation-plan/stand-in-type.ts';
export { sharedSubgraph } from './operation-plan/shared-subgraph.ts';
export { planMutationField, startsTogether } from './operation-plan/plan-in-series.ts';
export { planOperation } from './operation-plan/plan-operation.ts';
export type { OperationPlan, PlannedCall, PlannedResolver } from './operation-plan/plan-operation.ts';
