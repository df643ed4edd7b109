import type { CaseScore } from './evaluate-case';

/** One line of the summary; rates are shares of `n`. */
export interface SummaryRow {
  readonly category: string;
  readonly n: number;
  readonly outcome: number;
  readonly full: number;
  readonly confidentlyWrong: number;
  /** Questions asked where a rule was wanted. */
  readonly asked: number;
  readonly medianMs: number;
}

function rowOf(category: string, scores: readonly CaseScore[]): SummaryRow {
  const share = (test: (score: CaseScore) => boolean): number =>
    scores.length === 0 ? 0 : scores.filter(test).length / scores.length;
  const times = scores.map(score => score.ms).sort((a, b) => a - b);
  return {
    category,
    n: scores.length,
    outcome: share(score => score.outcome === score.wanted),
    full: share(score => score.full),
    confidentlyWrong: share(score => score.wrong),
    asked: share(score => score.wanted === 'rule' && score.outcome === 'clarify'),
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
  };
}

/** The groups the bars are set for. */
export function groupOf(score: CaseScore): string {
  if (/^edits?$/.test(score.category)) return 'edits';
  if (score.wanted !== 'rule') return 'no rule wanted';
  return score.language.startsWith('en') ? 'rules, English' : 'rules, other languages';
}

/** A table per category, the groups above it and everything on top. */
export function summarise(scores: readonly CaseScore[]): readonly SummaryRow[] {
  const by = (key: (score: CaseScore) => string): SummaryRow[] =>
    [...new Set(scores.map(key))].sort().map(name =>
      rowOf(
        name,
        scores.filter(score => key(score) === name),
      ),
    );
  const categories = by(score => score.category);
  return [rowOf('all', scores), ...by(groupOf), ...(categories.length > 1 ? categories : [])];
}
