import { once } from 'node:events';

/** 0: done; 1: the request failed; 2: the command was used wrongly; 3: done, but some of the input was no record or could not be judged. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Where a command speaks: results to standard output, everything else to standard error. */
export interface Terminal {
  /** Columns to lay text out in. */
  readonly width: number;
  /** How text is set apart; plain where nobody looks. */
  readonly style: Style;
  /** A line of the result; waits while the reader is slow. */
  print(line: string): Promise<void>;
  /** A line about the result: notes, warnings, summaries. */
  note(line: string): void;
  /** A line about a failure. */
  complain(message: string): void;
  /** How far long work has come; at most a few lines, and gone from a screen when the work is done. */
  progress(text: string): void;
  readonly doneWithProgress: () => void;
}

export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly red: (text: string) => string;
}

const paint =
  (on: boolean, from: number, to: number) =>
  (text: string): string =>
    on ? `\u001b[${from}m${text}\u001b[${to}m` : text;

function styleFor(on: boolean): Style {
  return {
    bold: paint(on, 1, 22),
    dim: paint(on, 2, 22),
    green: paint(on, 32, 39),
    yellow: paint(on, 33, 39),
    red: paint(on, 31, 39),
  };
}

const SILENCE_BEFORE_PROGRESS = 1500;
const BETWEEN_LINES = { screen: 150, log: 10_000 };

/** The terminal of this process. A reader that goes away (`| head`) ends the command quietly. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  }
  const coloured = (stream: NodeJS.WriteStream): boolean =>
    stream.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  const onScreen = process.stderr.isTTY;
  const red = styleFor(coloured(process.stderr)).red;
  let last = Date.now() + SILENCE_BEFORE_PROGRESS - BETWEEN_LINES.screen;
  let shown = false;
  const clear = (): void => {
    if (shown && onScreen) process.stderr.write('\r\u001b[2K');
    shown = false;
  };
  return {
    width: Math.max(40, Math.min(process.stdout.columns ?? 80, 120)),
    style: styleFor(coloured(process.stdout)),
    print: async line => {
      clear();
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    },
    note: line => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    complain: message => {
      clear();
      process.stderr.write(`${red('rulewright:')} ${message}\n`);
    },
    progress: text => {
      const now = Date.now();
      if (now - last < (onScreen ? BETWEEN_LINES.screen : BETWEEN_LINES.log)) return;
      last = now;
      process.stderr.write(onScreen ? `\r\u001b[2K${text}` : `${text}\n`);
      shown = true;
    },
    doneWithProgress: clear,
  };
}
