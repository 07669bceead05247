/** The process edge of the command: arguments, streams, signals, exit code. */
import { readFileSync } from 'node:fs';
import { reportBug, runTributary } from './run-tributary.ts';
import { createStopSignal } from './stop-signal.ts';
import { createProcessTerminal } from './terminal/terminal.ts';

// A reader that goes away, as in `tributary explain | head`, is no fault of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const terminal = createProcessTerminal();
// Nothing of ours should end up here: a server that runs on after it would be in an unknown state.
process.on('uncaughtException', (error) => process.exit(reportBug(error, terminal)));

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
const exitCode = await runTributary(process.argv.slice(2), {
  version: hasVersion ? String(manifest.version) : 'unknown',
  terminal,
  createStopSignal,
});
// Flushed first: a pipe takes its last lines asynchronously. Then an explicit end, whatever a library keeps open.
await new Promise<void>((fulfill) => process.stdout.write('', () => fulfill()));
process.exit(exitCode);
