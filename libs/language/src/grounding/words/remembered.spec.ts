import { Remembered, remembering } from './remembered';

describe('what was found for words before', () => {
  it('is found once for the words asked about last', () => {
    const asked: string[] = [];
    const lengthOf = remembering(words => {
      asked.push(words);
      return words.length;
    });
    expect(['past due', 'open', 'past due', 'open'].map(lengthOf)).toEqual([8, 4, 8, 4]);
    expect(asked).toEqual(['past due', 'open']);
  });

  it('is forgotten where newer words fill its place, but for what is asked about again and again', () => {
    const known = new Remembered<string>(2);
    const asked: string[] = [];
    const ask = (words: string): string =>
      known.of(words, one => {
        asked.push(one);
        return one;
      });
    ['usual', 'a', 'usual', 'b', 'usual', 'c', 'usual', 'd', 'usual', 'a'].forEach(ask);
    expect(asked).toEqual(['usual', 'a', 'b', 'c', 'd', 'a']);
  });

  it('is not kept of words that are too long to be said twice', () => {
    let asked = 0;
    const count = remembering(() => ++asked);
    const long = 'x'.repeat(61);
    expect([count(long), count(long)]).toEqual([1, 2]);
  });
});
