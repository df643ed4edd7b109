import type { Imported } from '../api/contracts';
import { count, counted } from '../ui/count';

/** What an import took for granted or could not take as it stood, a sentence each. */
export function importNotes({ replaced, recordType, asText, assumed }: Imported): readonly string[] {
  return [
    ...(replaced > 0
      ? [
          `${counted(replaced, 'record')} that ${replaced === 1 ? 'was' : 'were'} there gave way to new ones with the same ${keyOf(recordType)}.`,
        ]
      : []),
    ...asText.map(sayText),
    ...assumed.map(sayAssumed),
  ];
}

const keyOf = ({ key, fields }: Imported['recordType']): string =>
  fields.find(field => field.name === key)?.label ?? key ?? 'key';

function sayText({ label, otherwise, count: odd, lines }: Imported['asText'][number]): string {
  const where = lines.length === 0 ? '' : ` (line ${lines.join(', ')}${odd > lines.length ? ' …' : ''})`;
  const values = odd === 1 ? '1 value is none' : `${count(odd)} values are none`;
  return `“${label}” is read as text: it would be a ${otherwise}, but ${values}${where}.`;
}

function sayAssumed({ label, about, taken, other, example, readAs }: Imported['assumed'][number]): string {
  const what =
    about === 'day-order' ? `as ${taken}, not ${other}` : `with “${taken}” as the decimal mark, not “${other}”`;
  return `“${label}” does not say how it is written: ${example} is read as ${readAs} (${what}). If that is wrong, an admin can change how the field is read.`;
}
