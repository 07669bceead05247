// Finds and loads a function's handler as Lambda's Node.js runtime does, with its error types.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireAsCommonJs } from './runtime-modules.mjs';

/** In the order that Lambda tries them. */
const EXTENSIONS = ['.js', '.mjs', '.cjs'];

/** @param {string} name @param {string} message */
function runtimeError(name, message) {
  return Object.assign(new Error(message), { name });
}

/**
 * @param {string} codeDirectory absolute
 * @param {string} handler e.g. `index.handler` or `src/app.api.handler`
 * @returns {Promise<(event: unknown, context: object, callback: Function) => unknown>}
 * @throws an error whose name is Lambda's error type, e.g. `Runtime.ImportModuleError`
 */
export async function loadHandler(codeDirectory, handler) {
  const match = /^([^.]+)\.(.+)$/.exec(basename(handler));
  if (match === null || handler.includes('..'))
    throw runtimeError('Runtime.MalformedHandlerName', 'Bad handler');
  const moduleName = join(dirname(handler), match[1]);
  const exported = await loadModule(codeDirectory, moduleName);
  const found = member(exported, match[2]) ?? member(exported.default, match[2]);
  if (found === undefined)
    throw runtimeError('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  if (typeof found !== 'function')
    throw runtimeError('Runtime.HandlerNotFound', `${handler} is not a function`);
  return found;
}

/** @param {unknown} value @param {string} path names with dots between */
function member(value, path) {
  return path.split('.').reduce((at, name) => at?.[name], value);
}

async function loadModule(codeDirectory, moduleName) {
  const extension = EXTENSIONS.find((each) => existsSync(join(codeDirectory, moduleName + each)));
  if (extension === undefined) {
    throw runtimeError(
      'Runtime.ImportModuleError',
      `Error: Cannot find module '${moduleName}'\nRequire stack:\n- ${codeDirectory}`,
    );
  }
  const file = join(codeDirectory, moduleName + extension);
  try {
    if (extension === '.mjs' || (extension === '.js' && isModuleFolder(dirname(file), codeDirectory))) {
      return await import(pathToFileURL(file).href);
    }
    return extension === '.cjs' ? createRequire(file)(file) : requireAsCommonJs(file);
  } catch (error) {
    throw loadError(error);
  }
}

/** True when the nearest package.json, up to the code folder, says `"type": "module"`. */
function isModuleFolder(folder, codeDirectory) {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).type === 'module';
  return (
    folder !== codeDirectory &&
    folder.startsWith(codeDirectory) &&
    isModuleFolder(dirname(folder), codeDirectory)
  );
}

function loadError(error) {
  if (error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND') {
    return runtimeError('Runtime.ImportModuleError', `Error: ${error.message}`);
  }
  if (!(error instanceof SyntaxError)) return error;
  const wrapped = runtimeError('Runtime.UserCodeSyntaxError', `SyntaxError: ${error.message}`);
  // The first lines of a syntax error's stack are the file, the line and the marker.
  wrapped.stack = `Runtime.UserCodeSyntaxError: SyntaxError: ${error.message}\n${error.stack}`;
  return wrapped;
}
