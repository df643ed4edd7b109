import type { Problem } from '../api/contracts';
import { draftBlock } from './draft-block';

const draft = { name: 'x', condition: true, actions: [{ type: 'flag' as const, reason: 'x' }] };
const problems = (severity: Problem['severity']): readonly Problem[] => [{ severity, code: 'x', at: '', message: 'x' }];

describe('draftBlock', () => {
  it('lets a rule with warnings through', () => {
    expect(draftBlock(draft, problems('warning'), false)).toBeUndefined();
  });

  it('holds back filters, errors and unreadable JSON', () => {
    expect(draftBlock({ ...draft, actions: [] }, [], false)).toMatch('filter');
    expect(draftBlock(draft, problems('error'), false)).toMatch('error');
    expect(draftBlock(draft, [], true)).toMatch('JSON');
  });
});
