import { Command } from 'commander';
import type { CommandContext } from './command-context';

const EXAMPLE_TEXT = `
Settings are environment variables, among them:
  HOST, PORT          where to listen (default 127.0.0.1, 3000)
  RULEWRIGHT_MODE     demo or production
  DATABASE_URL        sqlite file (default data/rulewright.db) or mssql://…
  RULEWRIGHT_SECRET   encrypts what is secret at rest (production)

Examples:
  rulewright serve
  PORT=8080 rulewright serve --mode demo`;

interface ServeOptions {
  readonly port?: string;
  readonly host?: string;
  readonly mode?: string;
}

/** `rulewright serve`: the service and its console. Flags are shorter names of the settings the service reads itself. */
export function serveCommand({ finish }: CommandContext): Command {
  return new Command('serve')
    .description('Start the service and its console')
    .option('--port <number>', 'port to listen on')
    .option('--host <address>', 'address to listen on')
    .option('--mode <mode>', 'demo or production')
    .addHelpText('after', EXAMPLE_TEXT)
    .action(async (options: ServeOptions) => {
      const settings = { PORT: options.port, HOST: options.host, RULEWRIGHT_MODE: options.mode };
      for (const [name, value] of Object.entries(settings)) if (value !== undefined) process.env[name] = value;
      // Loaded only here: the other commands start without the service's framework.
      await import('../src/main.js');
      finish(0);
    });
}
