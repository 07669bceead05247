/** From a stack trace of generated code back to the place in the user's code. */
import type { EditedSource } from '../compile/source-edits.ts';
import { inlineSourceMap } from './source-map.ts';

/** Name of the file in the service's own messages, whatever the resolver. */
const SERVICE_FILE_NAME = 'code.js';

/**
 * Places are `code.js:LINE:COLUMN`; where the code has an inline source map, the file it came from with line and
 * column there. Differs or unconfirmed: how the service writes the latter is not published.
 */
export interface CodePlaces {
  /** The place of an offset in the user's code. */
  ofOffset(offset: number): string;
  /** The place of the innermost frame in the user's code; undefined when there is none. */
  ofStack(stack: string | undefined): string | undefined;
}

interface GeneratedCode {
  readonly code: string;
  readonly generated: string;
  readonly body: EditedSource;
  /** Start of a call by the start of its method's name: the service counts from the former. */
  readonly callStarts: ReadonlyMap<number, number>;
  /** Where the body starts in the generated text. */
  readonly bodyStart: number;
  readonly filename: string;
}

export function createCodePlaces(input: GeneratedCode): CodePlaces {
  const { code, generated, body, callStarts, bodyStart, filename } = input;
  const findSource = inlineSourceMap(code);
  const ofOffset = (offset: number): string => {
    const before = code.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    const place = findSource?.(line, column) ?? { file: SERVICE_FILE_NAME, line, column };
    return `${place.file}:${place.line}:${place.column}`;
  };
  const frame = new RegExp(`${filename.replace(/[^\w/]/g, '\\$&')}:(\\d+):(\\d+)`, 'g');
  return {
    ofOffset,
    ofStack(stack = '') {
      for (const [, line, column] of stack.matchAll(frame)) {
        const offset = offsetOf(generated, Number(line), Number(column)) - bodyStart;
        if (offset < 0 || offset > body.text.length) continue;
        const original = body.toOriginalOffset(offset);
        return ofOffset(callStarts.get(original) ?? original);
      }
      return undefined;
    },
  };
}

/** The offset of a place whose line and column count from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
