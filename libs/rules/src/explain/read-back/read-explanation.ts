import type { Action } from '../../model/action';
import { usesIn } from '../../json-logic/name-tests';
import type { GlossaryUse } from '../../model/glossary';
import type { JsonLogic } from '../../model/json';
import type { Language } from '../../model/language';
import type { RecordType } from '../../model/record-type';
import { explainRule } from '../explain-rule';
import { LEXICONS } from '../lexicons';
import type { Lexicon } from '../lexicon';
import type { Token } from '../token';
import { type Built, buildSaid, type Said } from './build-said';
import { map, openPage, type Page, then, type Ways, word } from './page';
import { readSaidActions } from './read-said-action';
import { readSaidCondition } from './read-said-condition';

/** What an explanation said. */
export interface ReadBack {
  readonly language: Language;
  readonly condition: JsonLogic;
  readonly actions: readonly Action[];
  /** The names it was said with. */
  readonly glossary?: readonly GlossaryUse[];
  /** The explanation again, piece by piece. */
  readonly tokens: readonly Token[];
}

/**
 * The rule a text explains, where the text is an explanation of one in any of our languages (the preferred one is looked
 * at first): explaining what is read gives the same words again.
 */
export function readExplanation(text: string, recordType: RecordType, preferred = 'en'): ReadBack | undefined {
  const wanted = preferred.toLowerCase().split('-')[0];
  const lexicons = Object.values(LEXICONS).sort(
    (a, b) => Number(b.language === wanted) - Number(a.language === wanted),
  );
  for (const lexicon of lexicons) {
    const read = readIn(lexicon, text.trim(), recordType);
    if (read) return read;
  }
  return undefined;
}

const EVERYTHING: Built = { condition: true, uses: [] };

interface Whole {
  readonly said?: Said;
  readonly actions: readonly Action[];
}

function readIn(lexicon: Lexicon, text: string, recordType: RecordType): ReadBack | undefined {
  const frames = framesOf(lexicon).filter(pieces => isFramed(text, pieces));
  if (frames.length === 0) return undefined;
  const page = openPage(text, { lexicon, recordType });
  const ways = frames.flatMap(pieces => readFrame(page, pieces));
  for (const { said, actions } of ways) {
    const built = said ? buildSaid(page.saying, said) : EVERYTHING;
    if (!built) continue;
    const { condition } = built;
    const uses = usesIn(condition, built.uses);
    const content = { condition, actions, ...(uses.length > 0 && { glossary: uses }) };
    const { text: again, tokens } = explainRule(
      { recordType: recordType.name, name: '', ...content },
      recordType,
      lexicon.language,
    );
    if (again === text) return { language: lexicon.language, ...content, tokens };
  }
  return undefined;
}

type Frame = readonly string[];

const frames = new WeakMap<Lexicon, readonly Frame[]>();

/** What an explanation says around its condition and its actions, piece by piece. */
function framesOf(lexicon: Lexicon): readonly Frame[] {
  const known = frames.get(lexicon);
  if (known) return known;
  const made = [lexicon.filterForAll, lexicon.ruleForAll, lexicon.rule, lexicon.filter].map(frame =>
    frame.split(/(\{\w+\})/).filter(piece => piece !== ''),
  );
  frames.set(lexicon, made);
  return made;
}

function readFrame(page: Page, pieces: Frame): readonly Whole[] {
  const begun: Ways<Whole> = [{ value: { actions: [] }, end: 0 }];
  const ways = pieces.reduce<Ways<Whole>>(
    (found, piece) =>
      then(found, (whole, at): Ways<Whole> => {
        if (piece === '{condition}') return map(readSaidCondition(page, at), said => ({ ...whole, said }));
        if (piece === '{actions}') return map(readSaidActions(page, at), actions => ({ ...whole, actions }));
        return map(word(page, at, piece), () => whole);
      }),
    begun,
  );
  return ways.filter(({ end }) => end === page.text.length).map(({ value }) => value);
}

/** Whether a text has the words of the frame in their order: a look that tells nearly all other texts from explanations. */
function isFramed(text: string, pieces: Frame): boolean {
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  if (!first.startsWith('{') && !text.startsWith(first)) return false;
  if (!last.startsWith('{') && !text.endsWith(last)) return false;
  let at = 0;
  return pieces.every(piece => {
    if (piece.startsWith('{')) return true;
    const found = text.indexOf(piece, at);
    at = found + piece.length;
    return found >= 0;
  });
}
