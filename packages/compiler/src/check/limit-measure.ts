/** One value that AppSync or CloudFormation limits: where it was measured, and what is accepted. */
import type { CatalogCode } from '../diagnostics/catalog.ts';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

export type LimitName =
  'code-chars' | 'pipeline-functions' | 'batch-size' | 'schema-bytes' | 'stack-resources' | 'template-bytes';

export interface LimitMeasure {
  readonly limit: LimitName;
  /** The resolver, function, field or stack. */
  readonly place: string;
  readonly value: number;
  readonly maximum: number;
}

const CODES: Readonly<Record<LimitName, CatalogCode>> = {
  'code-chars': 'APPSYNC_CODE_TOO_LARGE',
  'pipeline-functions': 'APPSYNC_TOO_MANY_FUNCTIONS',
  'batch-size': 'APPSYNC_BATCH_TOO_LARGE',
  'schema-bytes': 'APPSYNC_SCHEMA_TOO_LARGE',
  'stack-resources': 'APPSYNC_TOO_MANY_RESOURCES',
  'template-bytes': 'APPSYNC_TEMPLATE_TOO_LARGE',
};

/** The error for a measure above its maximum. */
export function exceededLimit({ limit, place, value, maximum }: LimitMeasure): Diagnostic {
  return createDiagnostic(CODES[limit], { place, value, maximum });
}

/** The measure of each limit that comes closest to it, in the order of the limits' first appearance. */
export function closestMeasures(measures: readonly LimitMeasure[]): readonly LimitMeasure[] {
  const closest = new Map<LimitName, LimitMeasure>();
  for (const measure of measures) {
    const known = closest.get(measure.limit);
    if (known === undefined || measure.value / measure.maximum > known.value / known.maximum) {
      closest.set(measure.limit, measure);
    }
  }
  return [...closest.values()];
}
