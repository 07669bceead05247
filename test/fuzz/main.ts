/** `npm run fuzz -- --seed 7 --cases 20000`: the long run. `--only N` repeats the one case of a finding. */
import { parseArgs } from 'node:util';
import { API_KEY, startTodoEngine } from '../../packages/engine/test/start-todo-engine.ts';
import { engineFaults } from './engine-faults.ts';
import { runFuzz } from './run-fuzz.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '20000' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const only = values.only === undefined ? undefined : Number(values.only);
const range = only === undefined ? { from: 0, to: Number(values.cases) } : { from: only, to: only + 1 };

const faults: string[] = [];
process.on('uncaughtException', (error) => faults.push(`uncaught: ${String(error.stack)}`));
process.on('unhandledRejection', (reason) => faults.push(`unhandled: ${String(reason)}`));

const todo = await startTodoEngine();
const startedAtMs = performance.now();
const target = { url: todo.engine.url, apiKey: API_KEY, timeoutMs: 20_000 };
const { counts, findings } = await runFuzz(target, { seed, ...range });
const seconds = (performance.now() - startedAtMs) / 1_000;
const { data } = await todo.query('{ __typename }');
if (data?.['__typename'] !== 'Query') faults.push('the engine does not answer any more');
faults.push(...engineFaults(todo.events));
const memoryMb = Math.round(process.memoryUsage().rss / 1024 / 1024);
await todo.engine.stop();

for (const { number, kind, problem, input } of findings) {
  console.log(`case ${number} (${kind}): ${problem}\n  ${JSON.stringify(input)}`);
}
for (const fault of faults) console.log(fault);
const kinds = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`);
console.log(`seed ${seed}: ${kinds.join(', ')} in ${seconds.toFixed(1)} s, ${memoryMb} MB at the end`);
console.log(`${findings.length} findings, ${faults.length} faults of the process`);
process.exitCode = findings.length + faults.length === 0 ? 0 : 1;
