import { LibraryFault } from '../library-fault.ts';
import { translateJavaPattern } from './translate-java-pattern.ts';

const MAX_CACHED_PATTERNS = 500;
const cache = new Map<string, RegExp>();

/**
 * A global regular expression that matches what `java.util.regex.Pattern` would.
 * @throws LibraryFault when the pattern is invalid or uses a feature that JavaScript has no counterpart for
 */
export function compileJavaPattern(pattern: string): RegExp {
  const cached = cache.get(pattern);
  if (cached !== undefined) {
    cached.lastIndex = 0;
    return cached;
  }
  if (cache.size >= MAX_CACHED_PATTERNS) cache.clear();
  const { source, flags } = translateJavaPattern(pattern);
  try {
    const compiled = new RegExp(source, `gv${flags}`);
    cache.set(pattern, compiled);
    return compiled;
  } catch (error) {
    throw new LibraryFault(
      `Invalid regular expression "${pattern}": ${error instanceof Error ? error.message : ''}`,
    );
  }
}
