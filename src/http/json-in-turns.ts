import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Items of a list written between two turns of the event loop. */
const AT_ONCE = 100;

/** An answer with a long list in it, written a piece at a time, so that nobody waits for the whole of it. */
export function jsonInTurns(answer: object): Readable {
  return Readable.from(pieces(answer), { objectMode: false });
}

async function* pieces(answer: object): AsyncGenerator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(answer) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    before = ',';
    if (!Array.isArray(value) || value.length <= AT_ONCE) yield JSON.stringify(value);
    else {
      for (let at = 0; at < value.length; at += AT_ONCE) {
        const items = value.slice(at, at + AT_ONCE).map(item => JSON.stringify(item));
        yield `${at === 0 ? '[' : ','}${items.join(',')}`;
        await nextTurn();
      }
      yield ']';
    }
  }
  yield before === '{' ? '{}' : '}';
}
