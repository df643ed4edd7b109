import type { ExitCode, Terminal } from './terminal';

/** What every command gets: where to speak, and where to leave its exit code. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly finish: (code: ExitCode) => void;
}
