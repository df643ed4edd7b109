/** The rows of kana that a verb of five grades goes through: denial, politeness, the joining form. */
const GRADES: Readonly<Record<string, readonly [denied: string, polite: string, joined: string]>> = {
  う: ['わ', 'い', 'って'],
  く: ['か', 'き', 'いて'],
  ぐ: ['が', 'ぎ', 'いで'],
  す: ['さ', 'し', 'して'],
  つ: ['た', 'ち', 'って'],
  ぬ: ['な', 'に', 'んで'],
  ぶ: ['ば', 'び', 'んで'],
  む: ['ま', 'み', 'んで'],
  る: ['ら', 'り', 'って'],
};

/** What follows the stem of politeness, and the joining form. */
const POLITE = ['', 'ます', 'ました', 'ましょう', 'たい', 'たいです', 'まして'];
const JOINED = ['', 'る', 'いる', 'います', 'いて', 'いた', 'おり'];

/** Stem of denial, stem of politeness, joining form; a verb of one grade is written with a stroke: `付け/る`. */
function stemsOf(verb: string): readonly [denied: string, polite: string, joined: string] {
  if (verb.endsWith('/る')) return [verb.slice(0, -2), verb.slice(0, -2), `${verb.slice(0, -2)}て`];
  if (verb.endsWith('する')) return [`${verb.slice(0, -2)}し`, `${verb.slice(0, -2)}し`, `${verb.slice(0, -2)}して`];
  const stem = verb.slice(0, -1);
  const [denied, polite, joined] = GRADES[verb.slice(-1)] ?? ['', '', ''];
  // "行く" alone joins in another way than its row.
  return [stem + denied, stem + polite, stem + (verb.endsWith('行く') ? 'って' : joined)];
}

/**
 * The forms of Japanese verbs that requests use, as entries of a lexicon. Denials are the stem and a word of their own:
 * "含ま" + "ない".
 */
export function verbs(list: string): string {
  const forms = list.split('|').flatMap(verb => {
    const [denied, polite, joined] = stemsOf(verb);
    const past = `${joined.slice(0, -1)}${joined.endsWith('で') ? 'だ' : 'た'}`;
    return [
      verb.replace('/', ''),
      denied,
      ...POLITE.map(end => polite + end),
      ...JOINED.map(end => joined + end),
      past,
    ].filter(form => form.length > 1);
  });
  return [...new Set(forms)].join('|');
}
