import { type Calibration, SURE, type SummaryRow } from '@lib/language';
import { table } from './layout';
import type { Terminal } from './terminal';

/** The summary as a table: shares in percent, the two that matter most with their 95 % interval. */
export function reportScores(
  summary: readonly SummaryRow[],
  { width, style }: Pick<Terminal, 'width' | 'style'>,
): readonly string[] {
  const right = { align: 'right', firm: true } as const;
  const heads = [
    { title: 'category' },
    { title: 'n', ...right },
    { title: 'outcome', ...right },
    { title: 'full', ...right },
    { title: 'conf. wrong', ...right },
    { title: 'asked', ...right },
    { title: 'ms', ...right },
  ];
  const rows = summary.map(row => [
    row.category,
    String(row.n),
    percent(row.outcome, row.n),
    withInterval(row.full, row.n),
    withInterval(row.confidentlyWrong, row.n),
    percent(row.asked, row.n),
    row.medianMs.toFixed(1),
  ]);
  return table(heads, rows, width, style.dim);
}

/** Whether confidence means what it says, in one line. */
export function reportCalibration({ sure, right, drafts, reach }: Calibration): string {
  return `confidence ≥ ${SURE}: ${sure} drafts, ${withInterval(right, sure)} right; ${percent(reach, drafts)} of the right drafts`;
}

/** With a tenth where there are cases enough for it to mean something. */
const percent = (share: number, n: number): string => `${(100 * share).toFixed(n < 100 || share === 1 ? 0 : 1)}%`;

function withInterval(share: number, n: number): string {
  const [low, high] = wilson(share, n);
  return `${percent(share, n)} (${Math.round(100 * low)}–${Math.round(100 * high)})`;
}

/** The 95 % interval of a share seen in `n` cases, after Wilson: honest for few cases and for shares near 0 and 1. */
export function wilson(share: number, n: number): readonly [low: number, high: number] {
  if (n === 0) return [0, 1];
  const z = 1.96;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
