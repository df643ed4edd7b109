import fc from 'fast-check';
import { promptSegments } from './prompt-segments';

describe('promptSegments', () => {
  it('cuts a prompt into used, unused and plain words', () => {
    const text = 'please tag Germany';
    const segments = promptSegments(
      text,
      [{ start: 11, end: 18, at: '/condition' }],
      [{ start: 0, end: 6, text: 'please' }],
    );
    expect(segments).toEqual([
      { text: 'please', kind: 'unused', at: [] },
      { text: ' tag ', kind: 'plain', at: [] },
      { text: 'Germany', kind: 'used', at: ['/condition'] },
    ]);
  });

  it('names every place that overlapping words made', () => {
    const segments = promptSegments(
      'abc',
      [
        { start: 0, end: 2, at: '/condition/and/0' },
        { start: 1, end: 3, at: '/condition/and/1' },
      ],
      [],
    );
    expect(segments.map(segment => segment.at)).toEqual([
      ['/condition/and/0'],
      ['/condition/and/0', '/condition/and/1'],
      ['/condition/and/1'],
    ]);
  });

  it('never loses or doubles a character, whatever the offsets', () => {
    const range = fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(range), fc.array(range), (text, spans, unused) => {
        const segments = promptSegments(
          text,
          spans.map(span => ({ ...span, at: '/condition' })),
          unused.map(words => ({ ...words, text: '' })),
        );
        expect(segments.map(segment => segment.text).join('')).toBe(text);
      }),
    );
  });
});
