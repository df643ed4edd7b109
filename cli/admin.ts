import { Command } from 'commander';
import type { CommandContext } from './command-context';

/** `rulewright admin`: what is done to an installation from the machine it runs on. */
export function adminCommand(_: CommandContext): Command {
  return new Command('admin').description('First admin, keys, backup').addHelpText('after', '\nExamples:\n');
}
