/** `tributary.json` in the folder of a project: what holds for all of its subgraphs. Every key may be missing. */
import type { Contract } from '../model/contract.ts';
import { err, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';

export const CONFIGURATION_FILE = 'tributary.json';

export interface Configuration {
  /** The part of the API that is compiled. Absent: all of it. */
  readonly contract: Contract | undefined;
  /** File of a supergraph composed elsewhere, relative to the project. Absent: the subgraphs are composed. */
  readonly supergraph: string | undefined;
}

export const NO_CONFIGURATION: Configuration = { contract: undefined, supergraph: undefined };

/** @returns the configuration, or the reason why the text is none */
export function parseConfiguration(text: string): Result<Configuration, string> {
  const value = parseJson(text);
  if (!value.ok) return value;
  if (!isRecord(value.value)) return err('it must hold one object');
  const { contract, supergraph, ...others } = value.value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return err(`there is no option "${unknown}"; use contract or supergraph`);
  if (supergraph !== undefined && typeof supergraph !== 'string')
    return err(`"supergraph" must name a file, got ${JSON.stringify(supergraph)}`);
  const parsed = contract === undefined ? ok(undefined) : parseContract(contract);
  if (!parsed.ok) return parsed;
  if (parsed.value !== undefined && supergraph !== undefined)
    return err('a contract is made where subgraphs are composed, not of a supergraph: use one of the two');
  return ok({ contract: parsed.value, supergraph });
}

function parseContract(value: unknown): Result<Contract, string> {
  if (!isRecord(value)) return err('"contract" must be { "include": [...], "exclude": [...] }');
  const { include = [], exclude = [], ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return err(`"contract" has no option "${unknown}"; use include and exclude`);
  if (!isTexts(include) || !isTexts(exclude)) return err('"contract" lists names of tags, as texts');
  if (include.length + exclude.length === 0)
    return err('"contract" names no tag; leave it out for the whole API');
  return ok({ include, exclude });
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return err(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
