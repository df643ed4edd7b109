import type { Candidate } from './candidates';
import { type Linker, NO_ROLES } from '../link-words';
import { firstRun, looseKey } from '../values/loose-key';

/** So many pieces a value may have that is found by its letters and digits alone. */
const MOST_PIECES = 16;

/** Stored values written with other marks or blanks: "2 – 2" for 2-2, "68-71-70=208" for 68 + 71 + 70 = 208. */
export function looseCandidates(linker: Linker, from: number): Candidate[] {
  const { tokens, grounding } = linker;
  const first = tokens[from];
  const run = first && first.kind !== 'quote' ? firstRun(first.fold) : '';
  if (!first || run === '' || !grounding.values.opensLoose(run)) return [];
  const found: Candidate[] = [];
  let text = '';
  // "in our network" is "In-Network": what is stored is said with articles of its own.
  let bare = '';
  for (let to = from + 1; to <= tokens.length && to - from <= MOST_PIECES; to++) {
    const token = tokens[to - 1];
    if (!token || token.kind === 'quote' || token.fold === '\n') break;
    const said = token.glued ? token.fold : ` ${token.fold}`;
    text += said;
    const article = linker.lexicon.roles.get(token.fold)?.includes('det') === true;
    if (!article) bare += said;
    // A number is what it is; other spellings of it are none of its values.
    if (to - from === 1 && firstRun(token.fold) === token.fold) continue;
    const exact = grounding.values.lookupLoose(looseKey(text));
    const links = exact.length > 0 || article || bare === text ? exact : grounding.values.lookupLoose(looseKey(bare));
    const values = token.kind === 'symbol' ? links.filter(({ stored: [one = ''] }) => one.endsWith(token.text)) : links;
    if (values.length === 0) continue;
    const length = to - from;
    found.push({
      to,
      quality: 1.66 * length + 0.15 * (length - 1),
      chunk: { roles: NO_ROLES, fields: [], values },
    });
  }
  return found;
}
