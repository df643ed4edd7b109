import { actionRow, type ActionRow, type Effect } from '../action-row';
import { valueAt, type DataRecord } from '../record';
import { compileReplacement } from '../pattern';
import { writing } from './value-actions';

/** Actions that rewrite a text; on anything that is no text they change nothing. */
export const TEXT_ACTIONS: readonly ActionRow[] = [
  actionRow({
    type: 'upperCase',
    words: { en: ['upper case', 'uppercase', 'capitals'], de: ['Großbuchstaben'], fr: ['majuscules'] },
    phrase: {
      en: 'write {field} in upper case',
      de: '{field} in Großbuchstaben schreiben',
      fr: 'mettre {field} en majuscules',
    },
    parameters: [{ name: 'field', kind: 'target' }],
    targets: ['text'],
    apply: ({ field }, record) => rewriting(record, field, text => text.toUpperCase()),
  }),
  actionRow({
    type: 'lowerCase',
    words: { en: ['lower case', 'lowercase'], de: ['Kleinbuchstaben'], fr: ['minuscules'] },
    phrase: {
      en: 'write {field} in lower case',
      de: '{field} in Kleinbuchstaben schreiben',
      fr: 'mettre {field} en minuscules',
    },
    parameters: [{ name: 'field', kind: 'target' }],
    targets: ['text'],
    apply: ({ field }, record) => rewriting(record, field, text => text.toLowerCase()),
  }),
  actionRow({
    type: 'titleCase',
    words: { en: ['title case', 'capitalise', 'capitalize'], de: ['Anfangsbuchstaben groß'], fr: ['capitaliser'] },
    phrase: {
      en: 'write {field} in title case',
      de: '{field} mit großen Anfangsbuchstaben schreiben',
      fr: 'mettre {field} en casse de titre',
    },
    parameters: [{ name: 'field', kind: 'target' }],
    targets: ['text'],
    apply: ({ field }, record) => rewriting(record, field, titleCased),
  }),
  actionRow({
    type: 'trim',
    words: { en: ['trim', 'strip'], de: ['kürzen', 'Leerzeichen entfernen'], fr: ['rogner'] },
    phrase: { en: 'trim {field}', de: 'Leerzeichen um {field} entfernen', fr: 'rogner {field}' },
    parameters: [{ name: 'field', kind: 'target' }],
    targets: ['text'],
    apply: ({ field }, record) => rewriting(record, field, text => text.trim()),
  }),
  actionRow({
    type: 'replaceText',
    words: { en: ['replace', 'substitute'], de: ['ersetzen'], fr: ['remplacer'] },
    phrase: {
      en: 'replace {find} with {replace} in {field}',
      de: '{find} durch {replace} ersetzen in {field}',
      fr: 'remplacer {find} par {replace} dans {field}',
    },
    parameters: [
      { name: 'field', kind: 'target' },
      { name: 'find', kind: 'word' },
      { name: 'replace', kind: 'text' },
    ],
    targets: ['text'],
    apply: ({ field, find, replace }, record, { run }) =>
      rewriting(record, field, text => {
        const pieces = text.split(find);
        run.make(text.length + pieces.length * replace.length);
        return pieces.join(replace);
      }),
  }),
  actionRow({
    type: 'replacePattern',
    words: {
      en: ['replace pattern', 'replace by regular expression', 'regex replace'],
      de: ['Muster ersetzen'],
      fr: ['remplacer le motif'],
    },
    phrase: {
      en: 'replace the pattern {find} with {replace} in {field}',
      de: 'das Muster {find} durch {replace} ersetzen in {field}',
      fr: 'remplacer le motif {find} par {replace} dans {field}',
      es: 'reemplazar el patrón {find} por {replace} en {field}',
      it: 'sostituire il modello {find} con {replace} in {field}',
      pt: 'substituir o padrão {find} por {replace} em {field}',
      nl: 'het patroon {find} vervangen door {replace} in {field}',
      da: 'erstat mønsteret {find} med {replace} i {field}',
      zh: '将{field}中的模式{find}替换为{replace}',
      ja: '{field}内のパターン{find}を{replace}に置き換える',
    },
    parameters: [
      { name: 'field', kind: 'target' },
      { name: 'find', kind: 'pattern' },
      { name: 'replace', kind: 'text' },
    ],
    targets: ['text'],
    apply: ({ field, find, replace }, record, { run }) =>
      rewriting(record, field, text => {
        const replacement = compileReplacement(find);
        if (!replacement.ok)
          return run.stop('bad-pattern', `The regular expression cannot be used: ${replacement.error}.`);
        return replacement.value(text, replace, run);
      }),
  }),
  actionRow({
    type: 'maskValue',
    words: { en: ['mask', 'redact', 'anonymise', 'hide'], de: ['maskieren'], fr: ['masquer'] },
    phrase: { en: 'mask {field}', de: '{field} maskieren', fr: 'masquer {field}' },
    parameters: [{ name: 'field', kind: 'target' }],
    targets: ['text'],
    // Letters and digits go, what stands between them stays: a reader still sees that it was an address or a number.
    apply: ({ field }, record) => rewriting(record, field, text => text.replace(/[\p{L}\p{M}\p{N}]/gu, '*')),
  }),
];

/** The effect of rewriting a text: none where the field holds something else. */
export function rewriting(record: DataRecord, path: string, rewrite: (text: string) => string): readonly Effect[] {
  const text = valueAt(record, path);
  return typeof text === 'string' ? writing(record, path, rewrite(text)) : [];
}

function titleCased(text: string): string {
  return text.replace(/\p{L}[\p{L}\p{M}\p{N}'’]*/gu, word => {
    const [first = ''] = word;
    return first.toUpperCase() + word.slice(first.length).toLowerCase();
  });
}
