import { textOf } from '../coercion';
import type { OperatorRow } from '../operator-row';
import { readDuration, todayAt } from '../today';

/** The one operator that reads the clock. */
export const DATES: readonly OperatorRow[] = [
  {
    logic: 'today',
    family: 'date',
    added: true,
    words: {
      en: ['today', 'now'],
      de: ['heute'],
      fr: ["aujourd'hui"],
      es: ['hoy'],
      it: ['oggi'],
      pt: ['hoje'],
      nl: ['vandaag'],
      da: ['i dag'],
      zh: ['今天'],
      ja: ['今日'],
    },
    arity: { min: 0, max: 2 },
    operands: ['duration', 'period'],
    result: 'date',
    onNull: 'as-value',
    evaluate: (run, offset, period) => {
      if (!offset) return todayAt(run.clock, undefined, period as string);
      const text = textOf(offset, run);
      const distance = readDuration(text);
      if (!distance) return run.stop('bad-duration', `"${text.slice(0, 40)}" is not a duration of whole days.`);
      return todayAt(run.clock, distance, period as string);
    },
  },
];
