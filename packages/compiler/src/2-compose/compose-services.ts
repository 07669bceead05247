/**
 * The composition library, with all errors at once: by itself it stops at the first kind of fault that any subgraph
 * has, and throws for some values of the wrong type.
 */
import { composeServices as compose, validateSubgraph } from '@theguild/federation-composition';
import type { CompositionResult, ServiceDefinition } from '@theguild/federation-composition';
import { GraphQLError } from 'graphql';

type ComposeOptions = NonNullable<Parameters<typeof compose>[1]>;

/** The library's function; a failure has the faults of every subgraph, those that merging found last. */
export function composeServices(services: ServiceDefinition[], options: ComposeOptions): CompositionResult {
  try {
    const result = compose(services, options);
    if (result.errors === undefined) return result;
    return { errors: withoutRepeats([...ownFaults(services), ...result.errors]) };
  } catch (error) {
    const errors = ownFaults(services);
    if (errors.length === 0) throw error;
    return { errors };
  }
}

/** The faults that each subgraph has by itself, each with its code in `extensions`. */
export function ownFaults(services: readonly ServiceDefinition[]): GraphQLError[] {
  return services.flatMap((service) => {
    try {
      return validateSubgraph(service);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [new GraphQLError(`[${service.name}] ${reason}`, { extensions: { code: 'INVALID_GRAPHQL' } })];
    }
  });
}

function withoutRepeats(errors: readonly GraphQLError[]): GraphQLError[] {
  const seen = new Set<string>();
  return errors.filter(({ message }) => {
    const isNew = !seen.has(message);
    seen.add(message);
    return isNew;
  });
}
