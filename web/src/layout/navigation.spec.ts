import { firstPlace, navigationFor } from './navigation';

const places = (rights: Parameters<typeof navigationFor>[0]) => navigationFor(rights).flatMap(group => group.places);

describe('navigationFor', () => {
  it('shows a steward where to ask', () => {
    expect(places({ ask: '*', 'see-samples': '*' })).toEqual(['ask', 'rules', 'record-types', 'prompts']);
  });

  it('shows an auditor the history', () => {
    expect(places({ audit: '*', 'see-samples': '*' })).toEqual(['rules', 'record-types', 'prompts', 'audit']);
    expect(firstPlace({ audit: '*' })).toBe('rules');
  });

  it('shows a right that holds for one record type', () => {
    expect(places({ review: ['customer'] })).toContain('review');
    expect(places({ review: [] })).not.toContain('review');
  });
});
