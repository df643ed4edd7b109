import type { Action } from '../model/action';
import type { ActionRow } from '../model/action-row';
import { findAction } from '../model/action-table';
import type { JsonValue } from '../model/json';
import { inLanguage } from '../model/language';
import { findField } from '../model/record-type';
import { fieldWords, type Saying } from './saying';
import { sayValue } from './say-value';
import { token, type Token } from './token';

/** An action in words: its row's phrase, the parameters filled in. */
export function sayAction(saying: Saying, action: Action, at: string): readonly Token[] {
  const row = findAction(action.type);
  if (!row) return [token('value', JSON.stringify(action), at)];
  return (saying.lexicon.actions?.[action.type] ?? inLanguage(row.phrase, saying.lexicon.language))
    .split(/(\{\w+\})/)
    .filter(piece => piece !== '')
    .flatMap(piece =>
      piece.startsWith('{') ? sayParameter(saying, row, action, piece.slice(1, -1), at) : [token('action', piece, at)],
    );
}

function sayParameter(saying: Saying, row: ActionRow, action: Action, name: string, at: string): readonly Token[] {
  const given = (action as unknown as { readonly [name: string]: JsonValue })[name] ?? null;
  const place = `${at}/${name}`;
  const kind = row.parameters.find(parameter => parameter.name === name)?.kind;
  if ((kind === 'target' || kind === 'source' || kind === 'moved') && typeof given === 'string')
    return [token('field', fieldWords(saying, given), place)];
  if (typeof given === 'string') return [token('value', saying.lexicon.quote(given), place)];
  return sayValue(saying, given, place, 'field' in action ? findField(saying.recordType, action.field) : undefined);
}
