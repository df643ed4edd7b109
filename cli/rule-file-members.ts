import { nearest, pointerTo, type Problem } from '@lib/rules';

/** What may stand in each part of a rule file; everything else is most likely misspelt, and would be passed over. */
const MEMBERS = {
  'rule file': ['recordType', 'key', 'tagsField', 'fields', 'lists', 'rules'],
  rule: ['recordType', 'name', 'condition', 'actions', 'priority', 'glossary'],
  field: [
    'name',
    'label',
    'type',
    'reading',
    'description',
    'unit',
    'synonyms',
    'nullable',
    'sensitivity',
    'writable',
    'profile',
  ],
  reading: ['type', 'decimalMark', 'unit', 'dateFormat', 'trueWords', 'falseWords', 'emptyWords', 'listSeparator'],
  list: ['name', 'aliases', 'version', 'description', 'field', 'anyCase', 'values', 'file', 'size', 'sha256'],
} as const;

/** Members that this part of a rule file cannot have, each with what may have been meant. */
function unknownMembers(part: keyof typeof MEMBERS, given: object, at: string): readonly Problem[] {
  const known: readonly string[] = MEMBERS[part];
  return Object.keys(given)
    .filter(member => !known.includes(member))
    .map(member => {
      const near = nearest(member, known);
      return {
        severity: 'error',
        code: 'unknown-member',
        at: pointerTo(at, member),
        message: `A ${part} has no "${member.slice(0, 100)}".`,
        hint: near === undefined ? `It has ${known.join(', ')}.` : `Did you mean "${near}"?`,
      };
    });
}

/** Members of a rule file and of its parts that none of them has. */
export function unknownMembersIn(file: { readonly [member: string]: unknown }): readonly Problem[] {
  return [
    ...unknownMembers('rule file', file, ''),
    ...eachIn(file['fields'], '/fields', (field, at) => [
      ...unknownMembers('field', field, at),
      ...(isObject(field['reading']) ? unknownMembers('reading', field['reading'], `${at}/reading`) : []),
    ]),
    ...eachIn(file['lists'], '/lists', (list, at) => unknownMembers('list', list, at)),
    ...eachIn(file['rules'], '/rules', (rule, at) => unknownMembers('rule', rule, at)),
  ];
}

function eachIn(
  given: unknown,
  at: string,
  judge: (one: { readonly [member: string]: unknown }, at: string) => readonly Problem[],
): readonly Problem[] {
  if (!Array.isArray(given)) return [];
  return (given as readonly unknown[]).flatMap((one, index) => (isObject(one) ? judge(one, `${at}/${index}`) : []));
}

function isObject(value: unknown): value is { readonly [member: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
