import type { Field } from '../api/contracts';
import { examplePrompts } from './example-prompts';

function field(name: string, type: Field['type'], profile: Partial<NonNullable<Field['profile']>>): Field {
  return {
    name,
    label: name.charAt(0).toUpperCase() + name.slice(1),
    type,
    reading: { type },
    profile: {
      records: 1000,
      filled: 1000,
      unreadable: 0,
      distinct: 10,
      distinctIsExact: true,
      frequent: [],
      frequentIsComplete: false,
      patterns: [],
      ...profile,
    },
  };
}

const country = field('country', 'text', { frequent: [{ value: 'Germany', count: 300 }] });
const revenue = field('revenue', 'number', { min: 100, max: 9_000_000, distinct: 900 });
const email = field('email', 'text', { filled: 700, distinct: 690 });

describe('examplePrompts', () => {
  it('speaks of fields and values that are there', () => {
    expect(examplePrompts({ name: 'customer', fields: [country, revenue, email] })).toEqual([
      'tag records where country is Germany and revenue is above 30,000 as VIP',
      'tag records where email is missing as Incomplete',
    ]);
  });

  it('has none for a record type nothing is known of', () => {
    expect(examplePrompts({ name: 'empty', fields: [] })).toEqual([]);
    expect(
      examplePrompts({ name: 'bare', fields: [{ name: 'a', label: 'a', type: 'text', reading: { type: 'text' } }] }),
    ).toEqual([]);
  });
});
