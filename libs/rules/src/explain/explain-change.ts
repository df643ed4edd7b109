import { jsonEqual } from '../model/json-equal';
import type { JsonValue } from '../model/json';
import type { RecordType } from '../model/record-type';
import { DEFAULT_PRIORITY, type RuleDraft } from '../model/rule';
import { foldGuards } from '../json-logic/fold-guards';
import { readCondition } from '../json-logic/read-condition';
import { writeCondition } from '../json-logic/write-condition';
import { lexiconFor } from './lexicons';
import { sayAction } from './say-action';
import { sayConjunct } from './say-condition';
import { useOf } from './say-named';
import type { Saying } from './saying';
import { textOfTokens } from './token';

/** One line of the difference between two versions of a rule. */
export interface ChangeLine {
  readonly kind: 'added' | 'removed' | 'kept';
  readonly text: string;
}

interface Part {
  readonly text: string;
  readonly content: JsonValue;
}

/** What a reviewer wants to read: which clauses, actions and settings a version adds, drops and keeps. */
export function explainChange(
  before: RuleDraft | undefined,
  after: RuleDraft,
  recordType: RecordType,
  language?: string,
): readonly ChangeLine[] {
  const parts = (rule: RuleDraft | undefined): readonly (readonly Part[])[] => {
    if (!rule) return [[], [], []];
    const saying: Saying = { lexicon: lexiconFor(language), recordType, uses: rule.glossary };
    return [settingsOf(saying, rule), clausesIn(saying, rule), actionsIn(saying, rule)];
  };
  const [earlier, later] = [parts(before), parts(after)];
  return later.flatMap((group, i) => difference(earlier[i] ?? [], group));
}

/** The shortest way from one list to the other that keeps order, because the order of actions counts. */
function difference(before: readonly Part[], after: readonly Part[]): readonly ChangeLine[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[];
      row[j] = isSame(before[i], after[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: ChangeLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [left, right] = [before[i], after[j]];
    if (left && right && isSame(left, right)) {
      lines.push({ kind: 'kept', text: right.text });
      i++;
      j++;
    } else if (left && (!right || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'removed', text: left.text });
      i++;
    } else if (right) {
      lines.push({ kind: 'added', text: right.text });
      j++;
    }
  }
  return lines;
}

function isSame(a: Part | undefined, b: Part | undefined): boolean {
  return a !== undefined && b !== undefined && a.text === b.text && jsonEqual(a.content, b.content);
}

function settingsOf({ lexicon }: Saying, { name, priority = DEFAULT_PRIORITY }: RuleDraft): readonly Part[] {
  return [
    { text: `${lexicon.name}: ${name}`, content: name },
    { text: `${lexicon.priority}: ${priority}`, content: priority },
  ];
}

function clausesIn(saying: Saying, rule: RuleDraft): readonly Part[] {
  const read = readCondition(rule.condition);
  if (!read.ok) return [];
  const isOneName = useOf(saying, read.value) !== undefined;
  const clauses = isOneName
    ? [{ node: read.value, at: '/condition', guards: [] }]
    : foldGuards(read.value, '/condition');
  return clauses.map(conjunct => ({
    text: textOfTokens(sayConjunct(saying, conjunct)),
    content: [writeCondition(conjunct.node), ...conjunct.guards.map(writeCondition)],
  }));
}

function actionsIn(saying: Saying, rule: RuleDraft): readonly Part[] {
  return rule.actions.map((action, i) => ({
    text: textOfTokens(sayAction(saying, action, `/actions/${i}`)),
    content: action,
  }));
}
