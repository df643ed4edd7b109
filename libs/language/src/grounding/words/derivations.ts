/** Endings that nouns of happening are made with, the longest first: `cancellation`, `enrolment`, `arrival`, `delivery`. */
const NOUN_ENDINGS = [
  'ations',
  'ation',
  'itions',
  'ition',
  'ions',
  'ion',
  'ments',
  'ment',
  'als',
  'al',
  'ances',
  'ance',
].concat(['ences', 'ence', 'iry', 'ery', 'ures', 'ure', 'ings', 'ing']);
/** Endings of who does it and to whom it is done: `operator`, `assignee`. */
const AGENT_ENDINGS = ['ers', 'er', 'ors', 'or', 'ees', 'ee'];
const VERB_ENDINGS = ['ied', 'ed', 'ing', 'ies', 'es', 's', 'e', 'y'];

const SHORTEST = 4;

function without(word: string, endings: readonly string[]): string | undefined {
  const ending = endings.find(each => word.endsWith(each) && word.length - each.length >= SHORTEST);
  return ending === undefined ? undefined : word.slice(0, -ending.length);
}

/**
 * What is left of a word when the endings of verbs, of nouns of happening and of agents are cut, so that words of one
 * root meet: `cancellation` and `cancelled`, `operator` and `operated`, `insurance` and `insured`.
 */
export function rootOf(word: string): string {
  // "application" and "applied", "certification" and "certified"
  const made = word.replace(/(?<=f|ppl)ications?$/, 'y');
  const root =
    (made === word ? without(word, NOUN_ENDINGS) : undefined) ??
    without(made, AGENT_ENDINGS) ??
    without(made, VERB_ENDINGS) ??
    made;
  // "escalated" and "escalation", "installed" and "installation"
  const plain = root
    .replace(/(?<=.{4})at$/, '')
    .replace(/([bdfglmnprt])\1$/, '$1')
    .replace(/(?<=.{3})[eiy]$/, '');
  return plain.length >= 3 ? plain : word;
}
