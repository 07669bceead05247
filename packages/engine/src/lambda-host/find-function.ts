import type { LambdaFunctionModel } from '../model/app-model.ts';

/** The function of that name or logical id, or the only one whose name or logical id has it as a part. */
export function findFunction(
  functions: readonly LambdaFunctionModel[],
  wanted: string,
): { readonly ok: true; readonly functionName: string } | { readonly ok: false; readonly message: string } {
  const exact = functions.filter(
    ({ functionName, logicalId }) => functionName === wanted || logicalId === wanted,
  );
  const partial = functions.filter(
    ({ functionName, logicalId }) => functionName.includes(wanted) || logicalId.includes(wanted),
  );
  const found = exact.length > 0 ? exact : partial;
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return { ok: true, functionName: first.functionName };
  const names = (first === undefined ? functions : found).map(({ functionName }) => functionName).sort();
  const list = names.length === 0 ? 'The assembly has no functions.' : `Functions: ${names.join(', ')}.`;
  return {
    ok: false,
    message:
      first === undefined
        ? `There is no Lambda function "${wanted}". ${list}`
        : `"${wanted}" is a part of the names of ${found.length} Lambda functions. ${list}`,
  };
}
