import type { Action } from '../../model/action';
import type { ActionRow } from '../../model/action-row';
import { ACTIONS } from '../../model/action-table';
import type { JsonValue } from '../../model/json';
import { inLanguage } from '../../model/language';
import { findField } from '../../model/record-type';
import { maybe, map, once, type Page, series, then, type Ways, word } from './page';
import { quotedTexts, readValue } from './read-literal';
import { readFieldPath } from './read-operand';

type Members = { readonly [name: string]: JsonValue };

/** Actions as they are listed: with commas, and "and" before the last. */
export function readSaidActions(page: Page, at: number): Ways<readonly Action[]> {
  const { comma, and } = page.saying.lexicon;
  const item = (next: number): Ways<Action> => readSaidAction(page, next);
  return maybe(series(page, at, comma, item), (actions, end) =>
    then(word(page, end, and), (_and, next) => map(item(next), last => [...actions, last])),
  );
}

function readSaidAction(page: Page, at: number): Ways<Action> {
  const { lexicon } = page.saying;
  return once(page, 'action', at, () =>
    ACTIONS.flatMap(row => {
      const phrase = lexicon.actions?.[row.type] ?? inLanguage(row.phrase, lexicon.language);
      const pieces = phrase.split(/(\{\w+\})/).filter(piece => piece !== '');
      const begun: Ways<Members> = [{ value: {}, end: at }];
      return map(
        pieces.reduce<Ways<Members>>(
          (ways, piece) => then(ways, (members, end) => readPiece(page, end, row, piece, members)),
          begun,
        ),
        members => ({ type: row.type, ...members }) as Action,
      );
    }),
  );
}

function readPiece(page: Page, at: number, row: ActionRow, piece: string, members: Members): Ways<Members> {
  if (!piece.startsWith('{')) return map(word(page, at, piece), () => members);
  const name = piece.slice(1, -1);
  const kind = row.parameters.find(parameter => parameter.name === name)?.kind;
  const { field } = members;
  const given: Ways<JsonValue> =
    kind === 'target' || kind === 'source' || kind === 'moved'
      ? readFieldPath(page, at)
      : kind === 'value'
        ? readValue(page, at, typeof field === 'string' ? findField(page.saying.recordType, field) : undefined)
        : quotedTexts(page, at);
  return map(given, value => ({ ...members, [name]: value }));
}
