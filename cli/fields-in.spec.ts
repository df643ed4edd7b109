import type { JsonValue } from '@lib/rules';
import { fieldsIn } from './fields-in';

describe('fields a condition reads', () => {
  it('names each once, in reading order, defaults aside', () => {
    const condition: JsonValue = {
      and: [
        { '>': [{ var: 'b' }, { var: ['a.c', 0] }] },
        { '==': [{ var: 'b' }, 1] },
        { some: [{ var: 'list' }, { '==': [{ var: '' }, 'x'] }] },
      ],
    };
    expect(fieldsIn(condition)).toEqual(['b', 'a.c', 'list']);
  });
});
