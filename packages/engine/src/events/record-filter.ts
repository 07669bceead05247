import { compileEventPattern, type EventTest } from './pattern/event-pattern.ts';

/** Says which records an event source mapping passes on. Patterns that are not valid match nothing and are reported. */
export function compileRecordFilter(patterns: readonly unknown[], warn: (text: string) => void): EventTest {
  if (patterns.length === 0) return () => true;
  const tests = patterns.flatMap((pattern) => {
    const compiled = compileEventPattern(pattern);
    if (compiled.ok) return [compiled.matches];
    warn(`The filter pattern ${JSON.stringify(pattern)} is not valid: ${compiled.message}`);
    return [];
  });
  return (record) => tests.some((test) => test(record));
}
