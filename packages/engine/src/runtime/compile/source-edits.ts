/**
 * Insertions and replacements in a source text, with the way back from a place in the result to the original.
 * Made for walks that visit inner nodes first: what an outer node opens goes before, and what it closes goes
 * after, what inner nodes put at the same offset.
 */
export interface SourceEdits {
  /** Inserts before the code that starts at `offset`. */
  open(offset: number, text: string): void;
  /** Inserts after the code that ends at `offset`. */
  close(offset: number, text: string): void;
  replace(range: { readonly start: number; readonly end: number }, text: string): void;
  render(): EditedSource;
}

export interface EditedSource {
  readonly text: string;
  /** The offset in the original text for an offset in `text`; inserted text maps to the place it was put. */
  readonly toOriginalOffset: (offset: number) => number;
}

/** A stretch of the result: copied from the original, or inserted at `original`. */
interface Piece {
  readonly kind: 'copied' | 'inserted';
  readonly start: number;
  readonly original: number;
}

export function createSourceEdits(code: string): SourceEdits {
  const opened = new Map<number, string>();
  const closed = new Map<number, string>();
  const replaced = new Map<number, { readonly end: number; readonly text: string }>();
  return {
    open(offset, text) {
      opened.set(offset, text + (opened.get(offset) ?? ''));
    },
    close(offset, text) {
      closed.set(offset, (closed.get(offset) ?? '') + text);
    },
    replace({ start, end }, text) {
      replaced.set(start, { end, text });
    },
    render() {
      const offsets = [...new Set([...opened.keys(), ...closed.keys(), ...replaced.keys(), code.length])];
      const pieces: Piece[] = [];
      let text = '';
      let copiedUntil = 0;
      const add = (kind: Piece['kind'], original: number, addition: string): void => {
        if (addition === '') return;
        pieces.push({ kind, start: text.length, original });
        text += addition;
      };
      for (const offset of offsets.sort((a, b) => a - b)) {
        if (offset > copiedUntil) {
          add('copied', copiedUntil, code.slice(copiedUntil, offset));
          copiedUntil = offset;
        }
        add('inserted', offset, closed.get(offset) ?? '');
        add('inserted', offset, opened.get(offset) ?? '');
        const replacement = replaced.get(offset);
        if (replacement !== undefined) {
          add('inserted', offset, replacement.text);
          copiedUntil = replacement.end;
        }
      }
      return { text, toOriginalOffset: (offset) => originalOffset(pieces, offset) };
    },
  };
}

function originalOffset(pieces: readonly Piece[], offset: number): number {
  const piece = pieces.findLast(({ start }) => start <= offset);
  if (piece === undefined) return 0;
  return piece.kind === 'copied' ? piece.original + offset - piece.start : piece.original;
}
