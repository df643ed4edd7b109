import type { TranslationAnswer } from '@lib/language';
import {
  valueAt,
  type Change,
  type DataRecord,
  type JsonValue,
  type Preview,
  type Problem,
  type RecordType,
} from '@lib/rules';
import { fieldsIn } from './fields-in';
import { table, visible, wrap, type Column } from './layout';
import { logicLines } from './logic-lines';
import type { Terminal } from './terminal';

type Page = Pick<Terminal, 'width' | 'style'>;

/** A translation as a person reads it, line by line: the rule, what it does, and everything that was taken for granted. */
export function reportTranslation(answer: TranslationAnswer, recordType: RecordType, page: Page): readonly string[] {
  const sections = [
    headline(answer, page),
    ...(answer.rule ? [section('JSON-Logic', logicLines(answer.rule.condition, page.width), page)] : []),
    ...(answer.preview ? previewSections(answer.preview, answer.rule?.condition ?? null, recordType, page) : []),
    list(
      'Assumed',
      answer.assumptions.map(({ text }) => text),
      page,
    ),
    list(
      'Words nothing came from',
      answer.unused.length > 0 ? [answer.unused.map(({ text }) => `“${text}”`).join(', ')] : [],
      page,
    ),
    list('Problems', (answer.preview?.problems ?? []).map(sayProblem), page),
    [
      `${page.style.dim(`confidence ${answer.confidence.toFixed(2)} · translator ${answer.translator} · language ${answer.language}`)}`,
    ],
  ];
  return sections.filter(lines => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function headline(answer: TranslationAnswer, { width, style }: Page): string[] {
  switch (answer.outcome) {
    case 'rule':
      return [
        style.bold('Rule'),
        `  ${wrap(visible(answer.explanation?.text ?? answer.rule?.name ?? ''), width - 2, '  ')}`,
      ];
    case 'clarify': {
      const options = answer.question?.options ?? [];
      return [
        style.bold('A question first'),
        `  ${wrap(visible(answer.question?.text ?? answer.reason ?? 'What exactly do you mean?'), width - 2, '  ')}`,
        ...options.map((option, index) => {
          const count = option.matched === undefined ? '' : ` (${counted(option.matched, 'record')})`;
          return `  ${index + 1}. ${wrap(visible(option.text) + count, width - 5, '     ')}`;
        }),
      ];
    }
    case 'impossible':
    case 'offtopic': {
      const title = answer.outcome === 'impossible' ? 'No rule can do this' : 'This is not about records';
      return [style.bold(title), ...(answer.reason ? [`  ${wrap(visible(answer.reason), width - 2, '  ')}`] : [])];
    }
  }
}

function previewSections(preview: Preview, condition: JsonValue, recordType: RecordType, page: Page): string[][] {
  const { width, style } = page;
  const sampled = preview.sampleOf > preview.total ? ` (a sample of ${whole(preview.sampleOf)})` : '';
  const counts = [
    style.bold('Counts'),
    `  of ${counted(preview.total, 'record')}${sampled} ` +
      `${style.green(`${whole(preview.matched)} ${preview.matched === 1 ? 'matches' : 'match'}`)}, ${whole(preview.changed)} would change`,
  ];
  const clauses = table(
    [
      { title: 'clause' },
      { title: 'alone', align: 'right', firm: true },
      { title: 'so far', align: 'right', firm: true },
    ],
    preview.clauses.map(clause => [clause.text, whole(clause.matched), whole(clause.remaining)]),
    width - 2,
    style.dim,
  );
  const shown = columnsShown(condition, recordType);
  const matches = preview.matches.map(({ record, changes }) => [
    ...valuesOf(record, shown),
    changes.map(sayChange).join('; ') || '–',
  ]);
  const near = preview.nearMisses.map(({ record, failed }) => [
    ...valuesOf(record, shown),
    failed.map(({ text }) => text).join('; '),
  ]);
  const heads: Column[] = shown.map((name, index) => ({ title: name, firm: index === 0 }));
  return [
    counts,
    preview.clauses.length > 0 ? section('Clauses', clauses, page) : [],
    matches.length > 0
      ? section(
          title('Matches', matches.length, preview.matched),
          table([...heads, { title: 'would change' }], matches, width - 2, style.dim),
          page,
        )
      : [],
    near.length > 0
      ? section(
          'Near misses (one clause away)',
          table([...heads, { title: 'fails' }], near, width - 2, style.dim),
          page,
        )
      : [],
  ];
}

const title = (name: string, shown: number, all: number): string =>
  shown < all ? `${name} (${whole(shown)} of ${whole(all)})` : name;

/** The key (else the first field), and the fields the condition speaks of. */
function columnsShown(condition: JsonValue, recordType: RecordType): string[] {
  const key = recordType.key ?? recordType.fields[0]?.name;
  const MOST = 4;
  return [...new Set([...(key ? [key] : []), ...fieldsIn(condition)])].slice(0, MOST);
}

const valuesOf = (record: DataRecord, names: readonly string[]): string[] =>
  names.map(name => sayValue(valueAt(record, name) ?? record[name]));

/** A value in a table or sentence: text bare, everything else as JSON; nothing for empty. */
export function sayValue(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.map(one => sayValue(one as JsonValue)).join(', ')
      : JSON.stringify(value);
}

function sayChange(change: Change): string {
  if ('add' in change) return `${change.path}: +${change.add}`;
  if ('remove' in change) return `${change.path}: −${change.remove}`;
  return `${change.path}: ${sayValue(change.from) || 'empty'} → ${sayValue(change.to) || 'empty'}`;
}

/** A problem as one sentence with its remedy. */
export function sayProblem({ severity, message, hint }: Problem): string {
  return `${severity}: ${message}${hint ? ` ${hint}` : ''}`;
}

function list(name: string, items: readonly string[], { width, style }: Page): string[] {
  return items.length === 0
    ? []
    : [style.bold(name), ...items.map(item => `  - ${wrap(visible(item), width - 4, '    ')}`)];
}

const section = (name: string, lines: readonly string[], { style }: Page): string[] => [
  style.bold(name),
  ...lines.map(line => `  ${line}`),
];

const whole = (count: number): string => count.toLocaleString('en-US');
const counted = (count: number, noun: string): string => `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;
