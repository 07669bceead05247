import { LibraryFault } from '../library-fault.ts';
import { translateJavaPattern } from './translate-java-pattern.ts';

const MAX_CACHED_PATTERNS = 500;
const cache = new Map<string, RegExp>();

/**
 * A global regular expression that matches what `java.util.regex.Pattern` would.
 * @param extent - whether the pattern may match a part of a text or must match the whole
 * @throws LibraryFault when the pattern is invalid or uses a feature that JavaScript has no counterpart for
 */
export function compileJavaPattern(pattern: string, extent: 'part' | 'whole'): RegExp {
  const key = `${extent} ${pattern}`;
  const cached = cache.get(key);
  if (cached !== undefined) {
    cached.lastIndex = 0;
    return cached;
  }
  if (cache.size >= MAX_CACHED_PATTERNS) cache.clear();
  const { source, flags } = translateJavaPattern(pattern);
  try {
    const text = extent === 'part' ? source : `(?<![\\s\\S])(?:${source})(?![\\s\\S])`;
    const compiled = new RegExp(text, `gv${flags}`);
    cache.set(key, compiled);
    return compiled;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new LibraryFault(`Invalid regular expression "${pattern}": ${reason}`);
  }
}
