import { wordForms } from './word-forms';

test('an entry without choices is itself', () => {
  expect(wordForms('más de')).toEqual(['más de']);
  expect(wordForms('(')).toEqual(['(']);
});

test('every choice is made with every other', () => {
  expect(wordForms('superior(/es) (a/al)')).toEqual(['superior a', 'superior al', 'superiores a', 'superiores al']);
});
