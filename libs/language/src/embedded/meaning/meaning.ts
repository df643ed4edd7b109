import type { Action, Field, GlossaryUse, JsonLogic } from '@lib/rules';
import type { DatePoint } from '../../grounding/dates/dates';

export type Ordering = '>' | '>=' | '<' | '<=';

/** One thing said about one field. */
export type Test =
  | { readonly is: 'compare'; readonly operator: Ordering | '==' | '!='; readonly value: number }
  | {
      readonly is: 'range';
      readonly low: number;
      readonly high: number;
      /** Both ends, or the upper one alone, are not meant. */
      readonly exclusive?: boolean | 'high';
      readonly outside?: boolean;
    }
  | { readonly is: 'oneOf'; readonly values: readonly (readonly string[])[]; readonly all?: boolean }
  | { readonly is: 'empty' }
  | { readonly is: 'filled' }
  /** `orEmpty`: anything but the other value, as "not remote" also means those of whom it is not known. */
  | { readonly is: 'boolean'; readonly value: boolean; readonly orEmpty?: boolean }
  | {
      readonly is: 'text';
      readonly operator: 'contains' | 'startsWith' | 'endsWith' | 'matches';
      readonly texts: readonly string[];
      readonly all?: boolean;
    }
  | { readonly is: 'length'; readonly operator: Ordering | '==' | '!='; readonly value: number }
  /** `from` ≤ field < `to`; a side left out is open. */
  | { readonly is: 'date'; readonly from?: DatePoint; readonly to?: DatePoint; readonly toIncluded?: boolean }
  /** Two numbers of one record made one, and compared. */
  | {
      readonly is: 'computed';
      readonly sign: '+' | '-' | '*' | '/';
      readonly other: Field;
      readonly operator: Ordering | '==' | '!=';
      readonly value: number;
    }
  | { readonly is: 'field'; readonly operator: Ordering | '==' | '!='; readonly other: Field; readonly factor?: number }
  | { readonly is: 'has'; readonly values: readonly string[]; readonly all?: boolean; readonly only?: boolean }
  /** What a term or list of the glossary stands for; the field is the first that is looked at. */
  | { readonly is: 'named'; readonly use: GlossaryUse };

export interface TestMeaning {
  readonly kind: 'test';
  readonly field: Field;
  readonly test: Test;
  /** How sure the words are about field and operand, 0 to 1. */
  readonly score: number;
  /** Pieces of the prompt this came from. */
  readonly spans: readonly (readonly [number, number])[];
  /** Other fields or operands the same words may mean as well. */
  readonly alternatives?: readonly Pick<TestMeaning, 'field' | 'test'>[];
  /** Nothing tells which of them: it is asked, though they select the same records for now. */
  readonly untold?: true;
  readonly assumptions?: readonly string[];
  readonly unlisted?: string;
}

/** What a request says about records, before it is written as JSON-Logic. */
export type Meaning =
  /** `loose`: what binds first was not said; `closed`: it was. */
  | {
      readonly kind: 'and' | 'or';
      readonly items: readonly Meaning[];
      readonly loose?: boolean;
      readonly closed?: boolean;
    }
  /** `otherwise`: what the same words say where the denial reaches less far, or leaves out less. */
  | { readonly kind: 'not'; readonly item: Meaning; readonly otherwise?: Meaning }
  | TestMeaning
  /** A part of the previous rule, kept as it is. */
  | { readonly kind: 'given'; readonly logic: JsonLogic };

/** Something that keeps a request from being a rule yet; `start` is where in the text it was noticed. */
export type Issue = { readonly start?: number } & IssueKind;

export type IssueKind =
  | { readonly kind: 'missing-operand'; readonly field?: Field; readonly word: string }
  | { readonly kind: 'vague'; readonly word: string; readonly fields: readonly Field[]; readonly small?: boolean }
  | { readonly kind: 'unknown-field'; readonly word: string }
  | { readonly kind: 'unknown-value'; readonly field: Field; readonly word: string; readonly near: readonly string[] }
  | {
      readonly kind: 'ambiguous-field';
      readonly word: string;
      readonly fields: readonly Field[];
      /** What is said, of each of them. */
      readonly tests?: readonly TestMeaning[];
    }
  | { readonly kind: 'unknown-list'; readonly word: string }
  | { readonly kind: 'missing-tag' }
  /** `said` is what stood where the value was expected, and is none that the field can hold. */
  | { readonly kind: 'missing-value'; readonly field?: Field; readonly said?: string }
  | { readonly kind: 'unknown-target'; readonly word: string }
  /** Several fields may be the one that is written: what is done with each of them, in their order. */
  | {
      readonly kind: 'unsettled-target';
      readonly word: string;
      readonly fields: readonly Field[];
      readonly choices: readonly Action[];
    };

/** Joins meanings with one connective; nested ones of the same kind are flattened. */
export function join(kind: 'and' | 'or', items: readonly Meaning[]): Meaning | undefined {
  if (items.length === 1) return items[0];
  const flat = oncePresent(items.flatMap(item => (item.kind === kind ? item.items : [item])));
  return flat.length > 1 ? { kind, items: flat } : flat[0];
}

const saysPresence = (item: Meaning): item is TestMeaning =>
  item.kind === 'test' && (item.test.is === 'filled' || item.test.is === 'empty');

/** "filled in but lacks an @": that something is there is tested once, however often it is said. */
function oncePresent(items: readonly Meaning[]): readonly Meaning[] {
  const told = items.filter(saysPresence);
  if (told.length < 2) return items;
  const same = (a: TestMeaning, b: TestMeaning): boolean => a.field === b.field && a.test.is === b.test.is;
  return items.flatMap((item): readonly Meaning[] => {
    if (!saysPresence(item)) return [item];
    const all = told.filter(other => same(other, item));
    return all[0] === item ? [{ ...item, spans: all.flatMap(({ spans }) => spans) }] : [];
  });
}

/** The opposite of a meaning; doubled negations cancel out, and neither…nor becomes a conjunction. */
export function negate(item: Meaning): Meaning {
  if (item.kind === 'not') return item.item;
  if (item.kind === 'test') {
    const { test } = item;
    if (test.is === 'empty') return { ...item, test: { is: 'filled' } };
    if (test.is === 'filled') return { ...item, test: { is: 'empty' } };
    if (test.is === 'boolean')
      return { ...item, test: { is: 'boolean', value: !test.value, ...(!test.orEmpty && { orEmpty: true }) } };
    if (test.is === 'compare' && test.operator === '==') return { ...item, test: { ...test, operator: '!=' } };
  }
  return { kind: 'not', item };
}

/** Every test in a meaning, in the order of the text. */
export function testsOf(meaning: Meaning): readonly TestMeaning[] {
  switch (meaning.kind) {
    case 'test':
      return [meaning];
    case 'not':
      return testsOf(meaning.item);
    case 'and':
    case 'or':
      return meaning.items.flatMap(testsOf);
    case 'given':
      return [];
  }
}
