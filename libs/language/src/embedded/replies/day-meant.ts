import { answer } from '../decide/answer';
import { has } from '../cursor';
import type { Chunk, Grounding } from '../../grounding/link-words';
import { say } from '../../grounding/messages';
import type { Translation, TranslationRequest } from '../../translator';

/** "30 February": a day that no calendar has is asked about, whatever else is said. */
export function askForDay(
  { start, end }: Chunk,
  { text, language }: TranslationRequest,
  grounding: Grounding,
): Translation {
  const said = text.slice(start, end);
  return answer(grounding, {
    outcome: 'clarify',
    question: {
      text: say(language, 'noSuchDay', said),
      options: [],
      unfinished: { wants: 'day', actions: [], text, said },
    },
  });
}

/** So few words, whatever their language, only lead to a day: "am 28.02.1990", "I mean the 28th". */
const MOST_BESIDE = 3;

const leadsToDay = (chunk: Chunk): boolean =>
  chunk.fields.length === 0 &&
  chunk.values.length === 0 &&
  chunk.number === undefined &&
  chunk.quote === undefined &&
  !has(
    chunk,
    'not',
    'no',
    'or',
    'and',
    'tag',
    'setTo',
    'add',
    'remove',
    'drop',
    'aggregate',
    'ask',
    'before',
    'after',
    'gt',
    'lt',
    'between',
  );

/** The request whose day was asked for, with the day of the reply in its place: "28.02.1990", "I mean 1 March". */
export function withDayMeant(request: TranslationRequest, reply: readonly Chunk[]): TranslationRequest | undefined {
  const { pending, ...rest } = request;
  const { wants, text, said } = pending?.unfinished ?? {};
  if (wants !== 'day' || text === undefined || said === undefined) return undefined;
  const days = reply.filter(({ date, noDay }) => date !== undefined || noDay);
  const [day] = days;
  const beside = reply.filter(chunk => chunk !== day);
  if (!day || days.length > 1 || beside.length > MOST_BESIDE || !beside.every(leadsToDay)) return undefined;
  return { ...rest, text: text.replace(said, () => request.text.slice(day.start, day.end)) };
}

/** An answer to what was put together, told of the reply that completed it. */
export function toldOfReply(translation: Translation, { text }: TranslationRequest): Translation {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return { ...translation, spans: translation.rule ? [{ start, end, at: '' }] : [], unused: [] };
}
