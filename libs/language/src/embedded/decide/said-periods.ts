import type { TestMeaning } from '../meaning/meaning';
import type { Chunk } from '../../grounding/link-words';
import { type MessageKey, say } from '../../grounding/messages';

/** One period back from today, of which no number was said. */
const ONE_BACK = /^-P(?:1[WMY]|3M)$/;

/** Which of its two meanings a period was taken in: "last year" is that of the calendar, "the past year" the twelve months up to today. */
function takenAs({ date, number, text }: Chunk): MessageKey | undefined {
  if (!date || number || /\d/.test(text) || !('offset' in date.start) || !ONE_BACK.test(date.start.offset ?? ''))
    return undefined;
  if (date.window === 'past') return 'backFromToday';
  return date.grain !== 'day' && date.start.period !== undefined ? 'byCalendar' : undefined;
}

/** What a draft says of the periods that one of its tests came from. */
export const sayPeriods = (
  { test, spans }: TestMeaning,
  chunks: readonly Chunk[],
  language: string | undefined,
): readonly string[] =>
  test.is !== 'date'
    ? []
    : chunks.flatMap(chunk => {
        const key = spans.some(([from, to]) => from <= chunk.start && chunk.start < to) ? takenAs(chunk) : undefined;
        return key ? [say(language, key, chunk.text)] : [];
      });
