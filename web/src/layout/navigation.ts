import type { Rights } from '../api/contracts';
import { may } from '../session/may';

export type Place =
  'ask' | 'rules' | 'review' | 'record-types' | 'prompts' | 'audit' | 'people' | 'api-keys' | 'settings';

export interface NavigationGroup {
  readonly label?: string;
  readonly places: readonly Place[];
}

const GROUPS: readonly NavigationGroup[] = [
  { places: ['ask', 'rules', 'review', 'record-types'] },
  { label: 'History', places: ['prompts', 'audit'] },
  { label: 'Administration', places: ['people', 'api-keys', 'settings'] },
];

/** Rules and record types can be read by everyone who is signed in; the rest needs its right. */
const ALLOWED: { readonly [place in Place]: (rights: Rights) => boolean } = {
  ask: rights => may(rights, 'ask'),
  rules: () => true,
  review: rights => may(rights, 'review'),
  'record-types': () => true,
  prompts: rights => may(rights, 'ask') || may(rights, 'review') || may(rights, 'audit'),
  audit: rights => may(rights, 'audit'),
  people: rights => may(rights, 'manage-people'),
  'api-keys': rights => may(rights, 'manage-people'),
  settings: rights => may(rights, 'manage-settings'),
};

/** The places a person can go, grouped; groups without places are left out. */
export function navigationFor(rights: Rights): readonly NavigationGroup[] {
  return GROUPS.map(group => ({ ...group, places: group.places.filter(place => ALLOWED[place](rights)) })).filter(
    group => group.places.length > 0,
  );
}

/** Whether a path is a place this person has no way to; unknown paths are nobody's. */
export function isClosed(rights: Rights, path: string): boolean {
  const first = path.split('/')[1] ?? '';
  return Object.hasOwn(ALLOWED, first) && !ALLOWED[first as Place](rights);
}

/** Where a person starts: the first place they may go. */
export function firstPlace(rights: Rights): Place {
  return navigationFor(rights)[0]?.places[0] ?? 'rules';
}
