/**
 * Composes or compiles generated subgraphs once, in a process that has done nothing before.
 * Usage: node measure-compile.js compose|merge|lambda|http COUNT. Prints `{ "seconds", "cpuSeconds" }`.
 */
import { composeServices } from '@theguild/federation-composition';
import { compile } from '@tributary/compiler';
import { parse } from 'graphql';
import { subgraphSchemas } from './subgraph-schemas.ts';
import type { NamedSchema } from './subgraph-schemas.ts';

const MAX_BATCH_SIZE = 2000;

/** As the compiler calls the library: whether all can be reached is its planner's to say. */
const WITHOUT_SATISFIABILITY = { disableValidationRules: ['SatisfiabilityRule'] };

/** All three results are used. */
function compose(schemas: readonly NamedSchema[], options?: typeof WITHOUT_SATISFIABILITY): void {
  const services = schemas.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl) }));
  const result = composeServices(services, options);
  if (result.supergraphSdl === undefined) throw new Error(`do not compose: ${result.errors?.join('; ')}`);
  if (result.supergraphDocumentNode.definitions.length < result.publicDocumentNode.definitions.length)
    throw new Error('the API schema has more definitions than the supergraph');
}

function compileAll(schemas: readonly NamedSchema[], kind: 'lambda' | 'http'): void {
  const result = compile(
    schemas.map(({ name, sdl }) => ({
      kind,
      name,
      sdl,
      file: `${name}.graphql`,
      maxBatchSize: MAX_BATCH_SIZE,
      resolvers: [],
    })),
  );
  if (!result.ok) throw new Error(`do not compile: ${result.error.map(({ message }) => message).join('; ')}`);
}

const [work, count] = process.argv.slice(2);
const schemas = subgraphSchemas(Number(count));
const startedAt = performance.now();
const before = process.cpuUsage();
if (work === 'lambda' || work === 'http') compileAll(schemas, work);
else compose(schemas, work === 'merge' ? WITHOUT_SATISFIABILITY : undefined);
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({ seconds: (performance.now() - startedAt) / 1e3, cpuSeconds: (user + system) / 1e6 }),
);
