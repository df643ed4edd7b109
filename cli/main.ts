import { Command, CommanderError } from 'commander';
import { adminCommand } from './admin';
import { applyCommand } from './apply';
import { checkCommand } from './check';
import type { CommandContext } from './command-context';
import { evalCommand } from './eval';
import { serveCommand } from './serve';
import { processTerminal, type ExitCode, type Terminal } from './terminal';
import { translateCommand } from './translate';

const ABOUT = 'From words to data rules: translate a request, see what it would do, apply it to any number of records.';

const CODES = `
Exit codes: 0 done (every outcome of a translation is an answer; with --out only a rule is), 1 the request failed,
2 wrong usage, 3 done in part: lines of the input are no records, or records could not be judged; standard error says how many.
With --json, standard output is one JSON value; everything else goes to standard error.`;

function program(context: CommandContext): Command {
  const root = new Command('rulewright').description(ABOUT).addHelpText('after', CODES);
  for (const make of [translateCommand, applyCommand, checkCommand, evalCommand, serveCommand, adminCommand]) {
    root.addCommand(make(context));
  }
  const strict = (command: Command): void => {
    command
      .exitOverride()
      .showHelpAfterError(`Try: ${fullName(command)} --help`)
      .allowExcessArguments(false);
    command.configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'rulewright: ')) });
    command.commands.forEach(strict);
  };
  strict(root);
  return root;
}

function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
}

/** Runs one command line (without node and script) and says how it ended. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = 0;
  const context: CommandContext = { terminal, finish: ended => (code = ended) };
  try {
    await program(context).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // Commander throws for help and version too; it has already said what it had to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.complain(error instanceof Error ? error.message : String(error));
    if (process.env['RULEWRIGHT_DEBUG'] && error instanceof Error) terminal.note(error.stack ?? '');
    return 1;
  }
}

void runCommandLine(process.argv.slice(2), processTerminal()).then(code => {
  // The service sets its own code where it could not start.
  if (code !== 0) process.exitCode = code;
});
