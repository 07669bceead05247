/** `--base`: a file, a schema folder, a project folder or a git ref -> the API schema to compare with. */
import { buildApiSchema } from '@tributary/compiler';
import { GraphQLError } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { CallError } from '../call-error.ts';
import { compileProject } from '../project/compile-project.ts';
import { isGitRef, readFileOfRef, withTreeOfRef } from './git-tree.ts';

export interface BaseSchema {
  /** As the caller wrote it. */
  readonly name: string;
  readonly schema: GraphQLSchema;
}

interface BaseText {
  /** Name for locations. */
  readonly file: string;
  readonly sdl: string;
}

const COMMITTED_SCHEMA = 'schema/api.graphql';
const FIX = 'Name an SDL file, a schema folder, or a git ref such as main in --base.';

/** @throws CallError when there is no such base, or no valid schema in it */
export async function readBaseSchema(base: string, projectDirectory: string): Promise<BaseSchema> {
  const { file, sdl } = existsSync(resolve(base))
    ? await readPath(base)
    : await readRef(base, projectDirectory);
  if (sdl.includes('@join__graph')) {
    throw new CallError(
      `${file} is a supergraph, which clients never see.`,
      'Name its API schema in --base.',
    );
  }
  try {
    return { name: base, schema: buildApiSchema(sdl, file) };
  } catch (error) {
    const place = error instanceof GraphQLError ? error.locations?.[0] : undefined;
    const where = place === undefined ? file : `${file}:${place.line}:${place.column}`;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CallError(`The base schema ${where} is not valid: ${reason}`, FIX);
  }
}

async function readPath(base: string): Promise<BaseText> {
  const path = resolve(base);
  if (!statSync(path).isDirectory()) return readText(path);
  const known = [join(path, 'api.graphql'), join(path, COMMITTED_SCHEMA)].find((file) => existsSync(file));
  if (known !== undefined) return readText(known);
  if (existsSync(join(path, 'subgraphs'))) return composeFolder(path, base);
  throw new CallError(`The folder ${base} holds no api.graphql and no subgraphs.`, FIX);
}

async function readText(path: string): Promise<BaseText> {
  return { file: relative(process.cwd(), path).replaceAll('\\', '/'), sdl: await readFile(path, 'utf8') };
}

async function readRef(ref: string, projectDirectory: string): Promise<BaseText> {
  if (!(await isGitRef(ref, projectDirectory))) {
    throw new CallError(`"${ref}" is neither a file, nor a folder, nor a git ref of this repository.`, FIX);
  }
  const committed = await readFileOfRef(ref, COMMITTED_SCHEMA, projectDirectory);
  if (committed !== undefined) return { file: `${ref}:${COMMITTED_SCHEMA}`, sdl: committed };
  return withTreeOfRef(ref, projectDirectory, (directory) => composeFolder(directory, ref));
}

async function composeFolder(directory: string, name: string): Promise<BaseText> {
  const compiled = await compileProject(directory);
  if (compiled.ok) return { file: `${name} (composed)`, sdl: compiled.value.compilation.api.schema };
  const [first] = compiled.error;
  throw new CallError(
    `The subgraphs of the base ${name} do not compose: ${first?.code ?? ''} ${first?.message ?? ''}`,
    'Name a base that composes, or a file with its API schema.',
  );
}
