import { heldTextsBehind } from './word-order/held-texts';
import { type Clock, fail, ok, type Result } from '@lib/rules';
import { decide } from './decide/decide';
import { askForDay, toldOfReply, withDayMeant } from './replies/day-meant';
import { decideEdit } from './edits/decide-edit';
import { startOver } from './edits/take-back';
import { operatorsFirst } from './ideographic/operators-first';
import { cliticsApart } from './word-order/clitics-apart';
import {
  clausesJoined,
  comparingVerbsFirst,
  openingVerbsBehind,
  textsInFields,
  textsQuoted,
  standingIn,
  textVerbsFirst,
} from './word-order/reorder';
import { butsFirst } from './word-order/mid-buts';
import { verbsTogether } from './word-order/separated-verbs';
import { decideReply, type Read } from './replies/reply-to-question';
import { withUses } from './name-uses';
import { readExplained } from './replies/read-explained';
import { understand } from './understand/understand';
import { whenOrReaches } from './word-order/when-or-reaches';
import { compileLexicon } from '../grounding/compiled-lexicon';
import { ground } from '../grounding/ground';
import { groundingOf } from '../grounding/grounding-of';
import type { Grounding } from '../grounding/link-words';
import { LEXICONS, lexiconsFrom, recogniseLanguage } from '../grounding/languages';
import { say } from '../grounding/messages';
import { fieldWords } from '../grounding/fields/own-words';
import { nameIndexOf } from '../grounding/glossary/name-index';
import type { Translation, TranslationFailure, TranslationRequest, Translator } from '../translator';

/** Longer prompts are refused: nobody types them, and every step stays bounded. */
export const MAX_PROMPT = 4_000;

/** Translates with lexicon, grammar and the record type alone: no network, no clock, the same answer every time. */
export function translateEmbedded(asked: TranslationRequest): Result<Translation, TranslationFailure> {
  if (asked.text.length > MAX_PROMPT) {
    return fail({
      kind: 'too-long',
      message: `A request may have ${MAX_PROMPT} characters; this one has ${asked.text.length}.`,
    });
  }
  const explained = asked.answer ? undefined : readExplained(asked);
  if (explained) return ok(explained);
  const { lexicon, known } = recogniseLanguage(asked.text, asked.language, fieldWords(asked.recordType));
  // People are answered in their own language; where nobody said which, in that of the request.
  const request = { ...asked, language: asked.language ?? lexicon.language };
  const grounding = withNames(groundingOf(request.recordType, request.sample, lexiconsFrom(lexicon)), request);
  const read: Read = text => {
    const { chunks } = inOrder(ground(text, grounding, request.clock), grounding, text, request.clock);
    return { chunks, understood: understand({ ...request, text }, grounding, chunks) };
  };
  const grounded = readAs(request, grounding);
  const said = grounded.chunks.flatMap(({ named }) => named ?? []);
  const answered = (translation: Translation): Result<Translation, TranslationFailure> =>
    ok(withUses(translation, request, said));
  const editing = request.previousRule || request.pending ? readAs(request, grounding, true) : undefined;
  const forgotten = editing && startOver(request, grounding, editing.chunks);
  if (forgotten) return ok(forgotten);
  const dated = withDayMeant(asked, grounded.chunks);
  if (dated) {
    const translated = translateEmbedded(dated);
    return translated.ok ? ok(toldOfReply(translated.value, asked)) : translated;
  }
  const reply = decideReply(request, grounding, read);
  if (reply) return answered(reply);
  const missing = grounded.chunks.find(({ noDay, values }) => noDay && values.length === 0);
  if (missing) return ok(askForDay(missing, request, grounding));
  if (request.previousRule && editing) {
    const edited = decideEdit(request, grounding, editing.chunks, grounded.chunks, text => read(text).understood);
    if (edited) return answered(edited);
  }
  const decided = decide(request, grounding, grounded.chunks, grounded.end);
  return answered(known ? decided : doubtLanguage(decided, request.language));
}

/** The record type's indexes beside those of the names that this request may use. */
function withNames(grounding: Grounding, { recordType, glossary, lists }: TranslationRequest): Grounding {
  if (!glossary || glossary.terms.length + glossary.lists.length === 0) return grounding;
  const names = nameIndexOf(recordType, glossary, lists, grounding.lexicons[0]?.verbLast);
  return { ...grounding, names };
}

/** The text of a request by what its words say, as a request of its own or as the change of a rule. */
function readAs({ text, clock }: TranslationRequest, grounding: Grounding, isEdit = false): ReturnType<typeof ground> {
  return inOrder(ground(text, grounding, clock, isEdit), grounding, text, clock);
}

/** The grammar reads operators before their operands; languages that say them after are put in that order. */
function inOrder(
  grounded: ReturnType<typeof ground>,
  grounding: Grounding,
  text: string,
  clock: Clock,
): ReturnType<typeof ground> {
  const lexicon = grounding.lexicons[0];
  if (!lexicon) return grounded;
  if (lexicon.language === 'en') return { ...grounded, chunks: cliticsApart(grounded.chunks) };
  if (lexicon.verbLast)
    return { ...grounded, chunks: operatorsFirst(grounded.chunks, text, name => grounding.values.holdsSeveral(name)) };
  const held = heldTextsBehind(whenOrReaches(cliticsApart(grounded.chunks)), grounding, text);
  const whole = lexicon.verbLastInClauses
    ? textsQuoted(
        textsInFields(
          clausesJoined(verbsTogether(standingIn(butsFirst(held)), word => ground(word, grounding, clock).chunks[0])),
        ),
      )
    : clausesJoined(held);
  const chunks = lexicon.verbOpensConditions ? openingVerbsBehind(whole) : whole;
  return { ...grounded, chunks: lexicon.verbLastInClauses ? comparingVerbsFirst(textVerbsFirst(chunks)) : chunks };
}

/** Without a lexicon only fields, values and numbers were linked: a rule then says so, and nobody is sure of it. */
function doubtLanguage(translation: Translation, language: string | undefined): Translation {
  const confidence = Math.min(translation.confidence, translation.rule ? 0.4 : 0.3);
  if (!translation.rule) return { ...translation, confidence };
  return {
    ...translation,
    confidence,
    assumptions: [{ text: say(language, 'partly') }, ...translation.assumptions],
  };
}

/** The translator that everybody has: it never leaves the process. */
export function createEmbeddedTranslator(): Translator {
  LEXICONS.forEach(compileLexicon);
  return {
    name: 'embedded',
    translate: (request: TranslationRequest): Promise<Result<Translation, TranslationFailure>> =>
      Promise.resolve(translateEmbedded(request)),
  };
}
