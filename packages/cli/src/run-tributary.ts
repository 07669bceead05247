/** Runs one command line and answers its exit code: the place where failures become messages. */
import { CommanderError } from 'commander';
import { CallError } from './call-error.ts';
import { EXIT_BAD_CALL, EXIT_BAD_INPUT, EXIT_GOOD, EXIT_OUR_BUG } from './exit-codes.ts';
import { InputError } from './input-error.ts';
import { createProgram } from './program/create-program.ts';
import type { ProgramContext } from './program/program-context.ts';
import type { Terminal } from './terminal/terminal.ts';

export type RunContext = Omit<ProgramContext, 'setExitCode'>;

/** @param args - without the program's own name, e.g. `['check', '--json']` */
export async function runTributary(args: readonly string[], context: RunContext): Promise<number> {
  let exitCode = EXIT_GOOD;
  const program = createProgram({
    ...context,
    setExitCode: (code) => {
      exitCode = code;
    },
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportFailure(error, context.terminal);
  }
}

function reportFailure(error: unknown, terminal: Terminal): number {
  // Commander has printed its own message. Its exit code is 0 for --help and --version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_GOOD : EXIT_BAD_CALL;
  if (error instanceof CallError || error instanceof InputError) {
    const { colors } = terminal;
    terminal.printError(`${colors.red('error')} ${error.message}\n  ${colors.green('fix')}   ${error.fix}`);
    return error instanceof CallError ? EXIT_BAD_CALL : EXIT_BAD_INPUT;
  }
  return reportBug(error, terminal);
}

/** Prints a fault of our own with what we need to find it. @returns the exit code */
export function reportBug(error: unknown, terminal: Terminal): number {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.printError(
    `${terminal.colors.red('This is a bug of Tributary.')} Please report it with the lines below.\n${detail}`,
  );
  return EXIT_OUR_BUG;
}
