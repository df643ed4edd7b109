import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RecordType } from '@lib/rules';

import type { ChatNode } from './chat-draft';
import { writeRule } from './write-rule';

const CUSTOMER: RecordType = {
  name: 'customer',
  fields: [
    { name: 'name', label: 'Name', type: 'text', reading: { type: 'text' } },
    {
      name: 'country',
      label: 'Country',
      type: 'text',
      reading: { type: 'text' },
      profile: profileOf('Germany', 'France'),
    },
    {
      name: 'segment',
      label: 'Segment',
      type: 'text',
      reading: { type: 'text' },
      profile: profileOf('SMB', 'smb', 'Enterprise'),
    },
    { name: 'revenue', label: 'Revenue', type: 'number', reading: { type: 'number' } },
    { name: 'cost', label: 'Cost', type: 'number', reading: { type: 'number' } },
    { name: 'since', label: 'Since', type: 'date', reading: { type: 'date' } },
    { name: 'seen', label: 'Last seen', type: 'datetime', reading: { type: 'datetime' } },
  ],
};

function profileOf(...values: string[]) {
  const frequent = values.map(value => ({ value, count: 10 }));
  return {
    records: 100,
    filled: 100,
    unreadable: 0,
    distinct: values.length,
    distinctIsExact: true,
    frequent,
    frequentIsComplete: true,
    patterns: [],
  };
}

interface Case {
  readonly it: string;
  readonly quoted?: readonly string[];
  readonly test: object;
  readonly condition: unknown;
}

const CASES = JSON.parse(
  readFileSync(join(__dirname, '../../../../test/suites/chat/write-rule.json'), 'utf8'),
) as readonly Case[];

describe('writeRule', () => {
  it.each(CASES)('$it', ({ quoted = [], test, condition }) => {
    const node = { kind: 'test', of: 'value', evidence: '', ...test } as ChatNode;
    const written = writeRule({ name: 'r', condition: node, actions: [] }, CUSTOMER, text => quoted.includes(text));
    expect(written.rule.condition).toEqual(condition);
  });

  it('says where the words of each test and action went', () => {
    const country: ChatNode = {
      kind: 'test',
      field: 'country',
      of: 'value',
      op: 'equals',
      values: ['Germany'],
      evidence: 'from Germany',
    };
    const revenue: ChatNode = {
      kind: 'test',
      field: 'revenue',
      of: 'value',
      op: 'isFilled',
      values: [],
      evidence: 'with revenue',
    };
    const written = writeRule(
      {
        name: 'r',
        condition: {
          kind: 'group',
          op: 'and',
          children: [country, { kind: 'group', op: 'not', children: [country, revenue] }],
        },
        actions: [{ type: 'setValue', evidence: 'set cost to 5', parameters: { field: 'cost', value: '5' } }],
      },
      CUSTOMER,
      () => false,
    );
    expect(written.rule.actions).toEqual([{ type: 'setValue', field: 'cost', value: 5 }]);
    expect(written.evidence.map(({ at }) => at)).toEqual([
      '/condition/and/0',
      '/condition/and/1/!/0/and/0',
      '/condition/and/1/!/0/and/1',
      '/actions/0',
    ]);
  });

  it('names the spellings it takes together', () => {
    const node: ChatNode = { kind: 'test', field: 'segment', of: 'value', op: 'equals', values: ['Smb'], evidence: '' };
    const { assumptions } = writeRule({ name: 'r', condition: node, actions: [] }, CUSTOMER, () => false);
    expect(assumptions).toEqual([
      { at: '/condition', text: 'Segment is written "SMB", "smb"; all of them are meant.' },
    ]);
  });
});
