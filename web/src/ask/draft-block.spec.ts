import type { Preview } from '../api/contracts';
import { draftBlock } from './draft-block';

const draft = { name: 'x', condition: true, actions: [{ type: 'flag' as const, reason: 'x' }] };
const preview = (severity: 'error' | 'warning'): Preview => ({
  sampleOf: 1,
  total: 1,
  matched: 0,
  changed: 0,
  clauses: [],
  matches: [],
  nearMisses: [],
  problems: [{ severity, code: 'x', at: '', message: 'x' }],
});

describe('draftBlock', () => {
  it('lets a rule with warnings through', () => {
    expect(draftBlock(draft, preview('warning'), false)).toBeUndefined();
  });

  it('holds back filters, errors and unreadable JSON', () => {
    expect(draftBlock({ ...draft, actions: [] }, undefined, false)).toMatch('filter');
    expect(draftBlock(draft, preview('error'), false)).toMatch('error');
    expect(draftBlock(draft, undefined, true)).toMatch('JSON');
  });
});
