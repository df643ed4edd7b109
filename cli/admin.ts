import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { fail, ok, type Result } from '@lib/rules';
import type { Env } from '../src/config/env';
import { readNow } from './clock';
import type { CommandContext } from './command-context';
import type { ExitCode, Terminal } from './terminal';

const EXAMPLE_TEXT = `
Works on the installation that the environment names (DATABASE_URL, RULEWRIGHT_SECRET …).

Examples:
  rulewright admin setup-link
  rulewright admin api-key --name nightly-job --scopes apply,read --expires 2027-01-01
  rulewright admin backup backups/monday.db
  rulewright admin restore backups/monday.db --force`;

/** `rulewright admin`: what is done to an installation from the machine it runs on. */
export function adminCommand(context: CommandContext): Command {
  const admin = new Command('admin').description('First admin, keys, backup').addHelpText('after', EXAMPLE_TEXT);
  for (const make of [setupLink, apiKey, backup, restore, rotateSecret]) admin.addCommand(make(context));
  return admin;
}

/** The lines for people, and the value for `--json`. */
interface Done {
  readonly lines: readonly string[];
  readonly value: unknown;
}

/** Reads the environment, does the work, says how it went. */
async function run(
  { terminal, finish }: CommandContext,
  json: boolean | undefined,
  work: (env: Env) => Promise<Result<Done, string>>,
): Promise<void> {
  // Loaded only here: the other commands start without the service's parts.
  const { readEnv } = await import('../src/config/env.js');
  const env = readEnv(process.env);
  const done = env.ok ? await work(env.value) : fail(env.error.join('\n'));
  finish(done.ok ? await say(done.value, json, terminal) : refuse(done.error, terminal));
}

async function say({ lines, value }: Done, json: boolean | undefined, terminal: Terminal): Promise<ExitCode> {
  for (const line of json ? [JSON.stringify(value, null, 2)] : lines) await terminal.print(line);
  return 0;
}

function refuse(message: string, terminal: Terminal): ExitCode {
  terminal.complain(message);
  return 1;
}

interface CommonOptions {
  readonly json?: boolean;
  readonly force?: boolean;
}

function setupLink(context: CommandContext): Command {
  return new Command('setup-link')
    .description('Make the one-time link by which the first admin comes in')
    .option('--recovery', 'also where there are admins, none of whom can sign in')
    .option('--json', 'print one JSON value')
    .addHelpText('after', '\nExamples:\n  rulewright admin setup-link\n  rulewright admin setup-link --recovery')
    .action((options: CommonOptions & { recovery?: boolean }) =>
      run(context, options.json, async env => {
        const { createSetupLink } = await import('../src/admin/create-setup-link.js');
        const made = await createSetupLink(env, { recovery: options.recovery ?? false });
        if (!made.ok) return fail('There is an admin already. Use --recovery where no admin can sign in any more.');
        const { url, expiresAt } = made.value;
        return ok({ value: made.value, lines: [url, `Open it in a browser, once, before ${expiresAt}.`] });
      }),
    );
}

const SCOPES = ['apply', 'translate', 'read', 'import'] as const;
type Scope = (typeof SCOPES)[number];

function readScopes(text: string): readonly Scope[] {
  const scopes = text.split(',').map(scope => scope.trim());
  const known = (scope: string): scope is Scope => SCOPES.some(one => one === scope);
  if (!scopes.every(known)) throw new InvalidArgumentError(`Scopes are ${SCOPES.join(', ')}, separated by commas.`);
  return scopes;
}

function readAhead(text: string): string {
  const instant = readNow(text);
  if (instant <= new Date().toISOString()) throw new InvalidArgumentError('It lies in the past.');
  return instant;
}

interface ApiKeyOptions extends CommonOptions {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly recordTypes?: string;
  readonly expires?: string;
}

function apiKey(context: CommandContext): Command {
  return new Command('api-key')
    .description('Make a key for a program; it is shown once')
    .requiredOption('--name <name>', 'what the key is for')
    .option('--scopes <list>', `some of ${SCOPES.join(',')}`, readScopes, ['apply'])
    .option('--record-types <list>', 'only these record types, separated by commas')
    .option('--expires <instant>', 'when the key ends (default: never)', readAhead)
    .option('--json', 'print one JSON value')
    .addHelpText(
      'after',
      '\nExamples:\n  rulewright admin api-key --name nightly-job --scopes apply,read --expires 2027-01-01',
    )
    .action((options: ApiKeyOptions) =>
      run(context, options.json, async env => {
        const { createApiKey } = await import('../src/admin/create-api-key.js');
        const recordTypes = options.recordTypes?.split(',').map(name => name.trim());
        const made = await createApiKey(env, {
          name: options.name,
          scopes: options.scopes,
          ...(recordTypes && { recordTypes }),
          ...(options.expires !== undefined && { expiresAt: options.expires }),
        });
        if (!made.ok) return fail('The key would be past already.');
        return ok({
          value: made.value,
          lines: [made.value.key, 'It is not shown again. Send it as: Authorization: Bearer <key>'],
        });
      }),
    );
}

function backup(context: CommandContext): Command {
  return new Command('backup')
    .description('Copy the embedded database into a file, while the service may go on')
    .argument('<file>', 'where to; <file>.json beside it tells whether it is whole')
    .option('--force', 'write over an older backup')
    .option('--json', 'print one JSON value')
    .addHelpText('after', '\nExamples:\n  rulewright admin backup backups/monday.db')
    .action((file: string, options: CommonOptions) =>
      run(context, options.json, async env => {
        const made = await (
          await import('../src/admin/backup.js')
        ).backup(env, file, { force: options.force ?? false });
        if (!made.ok) return fail(made.error.message);
        const { bytes, sha256 } = made.value;
        return ok({
          value: made.value,
          lines: [`${file}: ${bytes} bytes, SHA-256 ${sha256}`, 'RULEWRIGHT_SECRET is not in it: keep it elsewhere.'],
        });
      }),
    );
}

function restore(context: CommandContext): Command {
  return new Command('restore')
    .description('Put a backup in the place of the database; the service must be stopped')
    .argument('<file>', 'a backup made by rulewright admin backup')
    .option('--force', 'also where there is a database, whole or damaged; it is kept beside')
    .option('--json', 'print one JSON value')
    .addHelpText('after', '\nExamples:\n  rulewright admin restore backups/monday.db --force')
    .action((file: string, options: CommonOptions) =>
      run(context, options.json, async env => {
        const { restore: putBack } = await import('../src/admin/restore.js');
        const restored = await putBack(env, file, { force: options.force ?? false });
        if (!restored.ok) return fail(restored.error.message);
        const { keptAs, madeAt } = restored.value;
        return ok({
          value: restored.value,
          lines: [
            ...(keptAs === undefined ? [] : [`The database that was there is kept as ${keptAs}.`]),
            `Restored what was backed up at ${madeAt}. Start the service.`,
          ],
        });
      }),
    );
}

function rotateSecret(context: CommandContext): Command {
  return new Command('rotate-secret')
    .description('Seal everything anew with another RULEWRIGHT_SECRET; the service must be stopped')
    .option('--json', 'print one JSON value')
    .addHelpText(
      'after',
      `
The new secret is read from RULEWRIGHT_NEW_SECRET (never from an argument, which others on the machine can see).
Without it one is made and printed. API keys end with the old secret: programs need new ones.

Examples:
  RULEWRIGHT_NEW_SECRET="$(openssl rand -base64 48)" rulewright admin rotate-secret`,
    )
    .action((options: CommonOptions) =>
      run(context, options.json, async env => {
        const given = process.env['RULEWRIGHT_NEW_SECRET'];
        const secret = given ?? randomBytes(48).toString('base64');
        const { readEnv } = await import('../src/config/env.js');
        const checked = readEnv({ ...process.env, RULEWRIGHT_SECRET: secret });
        if (!checked.ok) return fail(checked.error.join('\n').replaceAll('RULEWRIGHT_SECRET', 'RULEWRIGHT_NEW_SECRET'));
        const rotated = await (await import('../src/admin/rotate-secret.js')).rotateSecret(env, secret);
        const { settings, lost, revokedKeys } = rotated;
        return ok({
          value: { ...rotated, ...(given === undefined && { secret }) },
          lines: [
            ...(given === undefined ? [`RULEWRIGHT_SECRET=${secret}`] : []),
            `Sealed anew: ${settings} settings. API keys ended: ${revokedKeys}.`,
            ...(lost.length > 0 ? [`To be entered again: ${lost.join(', ')}.`] : []),
            'Start the service with the new secret.',
          ],
        });
      }),
    );
}
