import { firstPlace, isClosed, navigationFor } from './navigation';

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

describe('isClosed', () => {
  it('knows the places a person has no right to', () => {
    expect(isClosed({ ask: '*' }, '/settings')).toBe(true);
    expect(isClosed({ ask: '*' }, '/review/r1/1')).toBe(true);
    expect(isClosed({ audit: '*' }, '/ask')).toBe(true);
  });

  it('leaves the rest to the routes', () => {
    expect(isClosed({ ask: '*' }, '/ask')).toBe(false);
    expect(isClosed({ ask: '*' }, '/nowhere')).toBe(false);
    expect(isClosed({}, '/')).toBe(false);
  });
});
