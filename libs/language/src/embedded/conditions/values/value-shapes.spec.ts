import { likeness, shapeOf } from './value-shapes';

test.each([
  ['april 14', 'a 9'],
  ['54-39', '9-9'],
  ['k208eq', 'a9a'],
  ["d'Angelo (11)", 'a (9)'],
])('%s looks like %s', (text, shape) => {
  expect(shapeOf(text)).toBe(shape);
});

test('a text is more like values of its shape than like others', () => {
  const records = ['45-31', '46-31', '47-33'];
  const losses = ['musselman (6-2)', 'clear (3-5)'];
  expect(likeness('54-39', records)).toBeGreaterThan(likeness('54-39', losses));
  expect(likeness('54-39', [])).toBe(0);
});
