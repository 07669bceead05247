// `npm start`: builds what changed, then runs `tributary dev` in the same process.
import process from 'node:process';

process.argv.splice(2, 0, 'dev');
await import('./build.js');
await import('../packages/cli/bin/tributary.js');
