/** Hand-written resolver files -> resolvers with their code. */
import type { GraphQLSchema } from 'graphql';
import { createDiagnostic } from '../diagnostics/create-diagnostic.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { HandwrittenModule, HandwrittenResolver } from '../model/subgraph-source.ts';
import { argumentDefaultsOf } from './argument-defaults-of.ts';
import { bundleResolver } from './bundle-resolver.ts';
import type { FoundResolver } from './find-resolvers.ts';
import { fromRoot } from './from-root.ts';

/** All hand-written resolvers of a subgraph, bundled side by side; or every one that does not build. */
export async function bundleResolvers(
  root: string,
  found: readonly FoundResolver[],
  schema: GraphQLSchema | undefined,
): Promise<Result<HandwrittenResolver[]>> {
  const bundled = await Promise.all(
    found.map(async (resolver) => {
      const defaults = argumentDefaultsOf(schema, resolver.typeName, resolver.fieldName);
      const modules = await Promise.all(resolver.files.map((file) => bundleModule(root, file, defaults)));
      return { resolver, modules };
    }),
  );
  const diagnostics = bundled.flatMap(({ modules }) => modules.flatMap((one) => (one.ok ? [] : one.error)));
  if (diagnostics.length > 0) return err(diagnostics);
  return ok(
    bundled.map(({ resolver, modules }) =>
      toResolver(
        resolver,
        modules.flatMap((one) => (one.ok ? [one.value] : [])),
      ),
    ),
  );
}

async function bundleModule(
  root: string,
  file: string,
  defaults: Readonly<Record<string, string>>,
): Promise<Result<HandwrittenModule>> {
  const bundled = await bundleResolver({ rootDirectory: root, file, defaults });
  const path = fromRoot(root, file);
  if (bundled.ok) return ok({ file: path, code: bundled.value });
  return err([createDiagnostic('PROJECT_RESOLVER_DOES_NOT_BUILD', { file: path, reason: bundled.error })]);
}

function toResolver(
  { kind, typeName, fieldName }: FoundResolver,
  modules: readonly HandwrittenModule[],
): HandwrittenResolver {
  const [first = { file: '', code: '' }] = modules;
  if (kind === 'unit') return { kind, typeName, fieldName, module: first };
  return { kind, typeName, fieldName, functions: modules.map(named) };
}

/** `resolvers/catalog/Mutation.x/1-get.ts` is the function `1_get`. */
function named(module: HandwrittenModule): HandwrittenModule & { readonly name: string } {
  const base = module.file.split('/').at(-1) ?? '';
  return { ...module, name: base.replace(/\.(?:ts|js)$/, '').replaceAll(/\W/g, '_') };
}
