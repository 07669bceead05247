/** The operations of the SSM API that read parameters. */
import type { SsmParameterModel } from '../model/app-model.ts';
import { type ApiInput, type ApiOperations, ServiceFault } from '../events/index.ts';

/** AWS Systems Manager API reference, "GetParametersByPath": 1 to 10 results (checked 2026-11-21). */
const MAX_RESULTS = 10;

/**
 * Differs from AWS: parameters have one version and no labels, and `WithDecryption` makes no difference.
 * @param parameters - of the assembly that runs now
 */
export function ssmOperations(parameters: () => readonly SsmParameterModel[]): ApiOperations {
  const find = (name: string): SsmParameterModel | undefined => {
    const plain = nameOf(name);
    return parameters().find((each) => each.name === plain);
  };
  return new Map<string, (input: ApiInput) => unknown>([
    [
      'AmazonSSM.GetParameter',
      ({ Name }) => {
        const found = find(String(Name));
        if (found === undefined) throw new ServiceFault('ParameterNotFound', '');
        return { Parameter: toParameter(found) };
      },
    ],
    [
      'AmazonSSM.GetParameters',
      ({ Names }) => {
        const names = Array.isArray(Names) ? [...new Set(Names.map(String))] : [];
        const found = names.map((name) => ({ name, parameter: find(name) }));
        return {
          Parameters: found.flatMap(({ parameter }) =>
            parameter === undefined ? [] : [toParameter(parameter)],
          ),
          InvalidParameters: found.flatMap(({ name, parameter }) => (parameter === undefined ? [name] : [])),
        };
      },
    ],
    ['AmazonSSM.GetParametersByPath', (input) => parametersByPath(parameters(), input)],
  ]);
}

/** From a name, `name:version` or an ARN. */
function nameOf(text: string): string {
  const inArn = /^arn:[^:]+:ssm:[^:]*:[^:]*:parameter(\/.+)$/.exec(text)?.[1];
  return (inArn ?? text).replace(/:[^:/]+$/, '');
}

function parametersByPath(
  all: readonly SsmParameterModel[],
  { Path, Recursive, MaxResults, NextToken }: ApiInput,
): unknown {
  const path = String(Path).replace(/\/?$/, '/');
  const below = all
    .filter(({ name }) => name.startsWith(path))
    .filter(({ name }) => Recursive === true || !name.slice(path.length).includes('/'))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const start = typeof NextToken === 'string' ? Number(NextToken) : 0;
  const end = start + Math.min(typeof MaxResults === 'number' ? MaxResults : MAX_RESULTS, MAX_RESULTS);
  return {
    Parameters: below.slice(start, end).map(toParameter),
    ...(end < below.length ? { NextToken: String(end) } : {}),
  };
}

function toParameter({ name, arn, type, value }: SsmParameterModel): unknown {
  return { ARN: arn, DataType: 'text', Name: name, Type: type, Value: value, Version: 1 };
}
