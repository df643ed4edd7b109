import { compileReplacement, missingGroup } from './pattern';
import { EvaluationBreak, Run } from './run';

const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };

function replaced(text: string, pattern: string, replacement: string): string {
  const replace = compileReplacement(pattern);
  if (!replace.ok) throw new Error(replace.error);
  return replace.value(text, replacement, new Run(CLOCK));
}

it('stops where replacements make more than a run may make', () => {
  expect(() => replaced('a'.repeat(100_000), 'a', 'b'.repeat(1_000))).toThrow(EvaluationBreak);
  expect(() => replaced('a'.repeat(10_000), '(a+)', '$1'.repeat(1_000))).toThrow(EvaluationBreak);
});

it('takes time linear in the text, whatever the pattern', () => {
  expect(replaced(`${'a'.repeat(50_000)}!`, '(a+)+$', 'b')).toHaveLength(50_001);
});

it('replaces between characters too', () => {
  expect(replaced('ab', '', '-')).toBe('-a-b-');
  expect(replaced('a\u{1f600}b', '', '-')).toBe('-a-\u{1f600}-b-');
});

it('never takes where a match stands for a group', () => {
  expect(replaced('xay', '(a)', '[$2]')).toBe('x[]y');
  expect([missingGroup('(a)', '$1'), missingGroup('(a)', '$2$9'), missingGroup('a', '$$1')]).toEqual([
    undefined,
    9,
    undefined,
  ]);
});

it('refuses what cannot be linear', () => {
  expect(compileReplacement('(a)\\1')).toMatchObject({ ok: false });
});
