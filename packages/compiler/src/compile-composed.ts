/** The compiler's phases after composition: analyze -> plan -> emit. */
import type { SubgraphShape } from '@tributary/http-subgraph';
import type { DocumentNode } from 'graphql';
import type { Supergraph } from './2-compose/compose-supergraph.ts';
import { analyzeSupergraph } from './3-analyze/analyze-supergraph.ts';
import { checkContexts } from './3-analyze/check-contexts.ts';
import { settleLabels } from './3-analyze/settle-labels.ts';
import { subgraphShapes } from './3-analyze/subgraph-shape.ts';
import { checkEntityLookups, checkHandwritten } from './4-plan/check-handwritten.ts';
import { planResolvers } from './4-plan/plan-resolvers.ts';
import { collectAwsDirectives } from './5-emit/aws-directives.ts';
import { checkSubscriptions } from './5-emit/check-subscriptions.ts';
import { emitResolvers } from './5-emit/emit-resolvers.ts';
import type { EmittedSubgraph } from './5-emit/emit-resolvers.ts';
import { customScalarNames, emitSchema } from './5-emit/emit-schema.ts';
import { replacementOf } from './5-emit/custom-scalars.ts';
import { createDiagnostic } from './diagnostics/create-diagnostic.ts';
import { locateFields } from './diagnostics/locate-fields.ts';
import type { AppSyncApi } from './model/appsync-api.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import type { FederationModel } from './model/federation-model.ts';
import type { ApiPlan } from './model/resolver-plan.ts';
import { assertNever, err } from './model/result.ts';
import type { SubgraphSource } from './model/subgraph-source.ts';

/** A compiled API with the models it came from, for `plan` and `explain`. */
export interface Compilation {
  readonly api: AppSyncApi;
  readonly model: FederationModel;
  readonly plan: ApiPlan;
  /** Remarks that do not stop the compilation. */
  readonly hints: readonly Diagnostic[];
}

export type CompileResult =
  | {
      readonly ok: true;
      readonly value: AppSyncApi;
      readonly hints: readonly Diagnostic[];
      readonly compilation: Compilation;
    }
  | { readonly ok: false; readonly error: readonly Diagnostic[] };

/** A subgraph with the document that places are looked up in: its own, or the supergraph composed elsewhere. */
export interface PlacedSubgraph {
  readonly source: SubgraphSource;
  readonly document: DocumentNode;
}

/** @returns the API, or every diagnostic that can be told: a phase that needs a sound plan waits for one */
export function compileComposed(supergraph: Supergraph, subgraphs: readonly PlacedSubgraph[]): CompileResult {
  const documents = [...new Set(subgraphs.map(({ document }) => document))];
  const located = (diagnostics: readonly Diagnostic[]) => err(locateFields(diagnostics, documents));
  const document = settleLabels(supergraph.document);
  const model = analyzeSupergraph({ ...supergraph, document });
  const annotated = subgraphs.map(({ source, document }) => ({ name: source.name, document }));
  const handwriting = subgraphs.map(({ source, document }) => ({ ...source, document }));
  const faults = [
    ...checkSubscriptions(model, annotated),
    ...checkHandwritten(handwriting),
    ...checkContexts(supergraph, model.rootTypes),
  ];
  const plan = planResolvers(
    model,
    subgraphs.map(({ source }) => source),
  );
  if (!plan.ok) return located([...faults, ...plan.error]);
  faults.push(...checkEntityLookups(plan.value, entityLookups(subgraphs)));
  const shapeOf = subgraphShapes(document);
  const emitted = emitResolvers(
    model,
    plan.value,
    subgraphs.map(({ source }) => toEmittedSubgraph(source, shapeOf)),
  );
  if (!emitted.ok) return located([...faults, ...emitted.error]);
  if (faults.length > 0) return located(faults);
  const { sdl, apiDocument } = supergraph;
  const schema = emitSchema({ apiDocument, awsDirectives: collectAwsDirectives(annotated) });
  const api: AppSyncApi = { schema, supergraphSdl: sdl, ...emitted.value };
  const hints = [...customScalarNames(apiDocument)]
    .sort()
    .map((scalar) =>
      createDiagnostic(
        'APPSYNC_CUSTOM_SCALAR',
        { scalar, replacement: replacementOf(scalar) },
        { severity: 'hint' },
      ),
    );
  return { ok: true, value: api, hints, compilation: { api, model, plan: plan.value, hints } };
}

function entityLookups(subgraphs: readonly PlacedSubgraph[]) {
  return new Map(
    subgraphs.flatMap(({ source }) =>
      source.kind === 'dynamodb' ? [[source.name, source.entities] as const] : [],
    ),
  );
}

function toEmittedSubgraph(
  source: SubgraphSource,
  shapeOf: (subgraph: string) => SubgraphShape,
): EmittedSubgraph {
  const { name } = source;
  switch (source.kind) {
    case 'lambda':
      return { kind: 'lambda', name, maxBatchSize: source.maxBatchSize };
    case 'http':
      return { kind: 'http', name, maxBatchSize: source.maxBatchSize, shape: shapeOf(name) };
    case 'dynamodb':
      return { kind: 'dynamodb', name };
    default:
      return assertNever(source);
  }
}
