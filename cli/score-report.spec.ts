import { reportCalibration, reportScores, wilson } from './score-report';

const plain = (text: string): string => text;
const style = { bold: plain, dim: plain, green: plain, yellow: plain, red: plain };

describe('the summary of an evaluation', () => {
  it('has an interval that never leaves 0 and 1', () => {
    expect(wilson(0, 0)).toEqual([0, 1]);
    const [low, high] = wilson(0.5, 100);
    expect([low, high].map(bound => Math.round(100 * bound))).toEqual([40, 60]);
    expect(wilson(1, 10)[1]).toBeLessThanOrEqual(1);
    expect(wilson(0, 10)[0]).toBe(0);
  });

  it('says whether confidence means what it says', () => {
    expect(reportCalibration({ sure: 120, right: 0.975, drafts: 180, reach: 0.65 })).toBe(
      'confidence ≥ 0.9: 120 drafts, 97.5% (93–99) right; 65.0% of the right drafts',
    );
  });

  it('fits 80 columns', () => {
    const row = {
      category: 'rules, other languages',
      n: 223,
      outcome: 1,
      full: 0.934,
      confidentlyWrong: 0.1,
      asked: 0.02,
      medianMs: 3.14,
    };
    const lines = reportScores([row], { width: 80, style });
    expect(lines[1]).toMatch(/^rules, other languages .*93\.4% \(89–96\)/);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });
});
