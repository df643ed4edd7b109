import { calibrationOf } from './calibration';
import type { CaseScore } from './evaluate-case';

const score = (confidence: number, full: boolean, outcome: CaseScore['outcome'] = 'rule'): CaseScore => ({
  id: 'x',
  category: 'x',
  language: 'en',
  wanted: 'rule',
  outcome,
  rowsMatch: full,
  full,
  wrong: !full,
  confidence,
  ms: 1,
});

test('confidence is held against what drafts turned out to be; questions do not count', () => {
  const scores = [score(0.95, true), score(0.9, false), score(0.6, true), score(0.99, false, 'clarify')];
  expect(calibrationOf(scores)).toEqual({ sure: 2, right: 0.5, drafts: 2, reach: 0.5 });
});

test('where there are no drafts there is nothing to tell', () => {
  expect(calibrationOf([])).toEqual({ sure: 0, right: 0, drafts: 0, reach: 0 });
});
