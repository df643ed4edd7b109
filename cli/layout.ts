/** Text as it may be shown: control characters would let a record's value repaint the screen. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, char =>
    char === '\n' || char === '\t' ? ' ' : '�',
  );
}

/** Words broken into lines of at most `width` columns, every line after the first indented. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(part => part !== '')) {
    if (line !== '' && columns(line) + 1 + columns(word) > width - (lines.length > 0 ? indent.length : 0)) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines.map((one, index) => (index === 0 ? one : indent + one)).join('\n');
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
const NO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** Screen columns a text takes: East Asian letters take two, combining marks none. */
export function columns(text: string): number {
  let width = 0;
  for (const char of text) width += NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
}

/** The text cut to `width` columns, with an ellipsis where something is missing. */
export function fit(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let kept = '';
  for (const char of text) {
    if (columns(kept + char) > width - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

export interface Column {
  readonly title: string;
  readonly align?: 'right';
  /** Columns that must not be cut short while others can. */
  readonly firm?: boolean;
}

const GAP = '  ';

/** Rows in aligned columns no wider than `width`: the widest columns give way first; what cannot fit at all is left out. */
export function table(
  heads: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  paintHead = (text: string) => text,
): string[] {
  const cells = [heads.map(head => head.title), ...rows].map(row => row.map(visible));
  const widths = heads.map((_, index) => Math.max(...cells.map(row => columns(row[index] ?? ''))));
  shrink(widths, heads, width);
  const shown = widths.map((_, index) => index).filter(index => (widths[index] ?? 0) > 0);
  const lines = cells.map(row =>
    shown
      .map(index => {
        const size = widths[index] ?? 0;
        const text = fit(row[index] ?? '', size);
        const fill = ' '.repeat(Math.max(0, size - columns(text)));
        return heads[index]?.align === 'right' ? fill + text : text + fill;
      })
      .join(GAP)
      .trimEnd(),
  );
  return lines.map((line, index) => (index === 0 ? paintHead(line) : line));
}

function shrink(widths: number[], heads: readonly Column[], width: number): void {
  const LEAST = 8;
  const total = (): number => widths.reduce((sum, one) => (one > 0 ? sum + one + GAP.length : sum), -GAP.length);
  while (total() > width) {
    const widest = widths.reduce((best, one, index) => {
      const held = widths[best] ?? 0;
      return !heads[index]?.firm && (heads[best]?.firm || one > held) ? index : best;
    }, 0);
    if ((widths[widest] ?? 0) > LEAST && !heads[widest]?.firm) widths[widest] = (widths[widest] ?? 0) - 1;
    else {
      const lastShown = widths.findLastIndex(one => one > 0);
      if (lastShown <= 0) return;
      const dropped = widths.findLastIndex((one, index) => one > 0 && !heads[index]?.firm);
      widths[dropped > 0 ? dropped : lastShown] = 0;
    }
  }
}
