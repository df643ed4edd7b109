import { type Columns, LONGEST_LIST, LONGEST_TEXT } from '../network/columns';
import type { Plan } from '../network/plan';
import { type Predicate, predicatesOf, type Test } from '../network/predicate';
import { isShortScalar } from './leaf-of';
import { orderTests, type ShareOf } from './order-tests';
import { isOfAny, RuleSource } from './rule-source';
import { TextCodes } from './text-codes';

/** Sets the bits of the rules a plain record meets, and of those only their closures can judge, by their ranks. */
export type Collect = (record: unknown, run: unknown, ranks: Int32Array, sure: Int32Array, unsure: Int32Array) => void;

/** Part of a rule that makes it match by itself. */
interface Trigger {
  readonly rule: number;
  readonly test: Test;
}

/**
 * All rules as one function. Columns are loaded, and odd values taken out of them, once; what begins with an equality is
 * found by one look-up per column; everything else is judged one after the other, what settles it soonest first.
 */
export function togetherSource(plans: readonly Plan[], columns: Columns, shareOf: ShareOf): Collect {
  const readers = new Map<number, number[]>();
  for (const [rule, plan] of plans.entries()) {
    for (const column of plan.columns) readers.set(column, [...(readers.get(column) ?? []), rule]);
  }
  const codes = new TextCodes(plans.map(({ test }) => test));
  const kinds = kindsByColumn(plans);
  const source: RuleSource = new RuleSource(columns, {
    codes,
    check: (column, v) => {
      const odd = `${v} = ${source.constant(isOddIn(readers.get(column) ?? [], kinds.get(column)))}(${v}, R, U); `;
      return `if (typeof ${v} === "string" ? ${v}.length > ${LONGEST_TEXT} : typeof ${v} === "object" && ${v} !== null) ${odd}`;
    },
  });
  const loaded = new Set<string>();
  let body = [...readers.keys()].map(column => source.load(column, loaded)).join('');
  const bySwitch = new Map<number, Map<number, Trigger[]>>();
  const others: Trigger[] = [];
  for (const [rule, plan] of plans.entries()) {
    for (const arm of plan.test.kind === 'any' ? plan.test.tests : [plan.test]) {
      const test = orderTests(arm, shareOf);
      const [first, ...rest] = test.kind === 'all' ? test.tests : [test];
      const asked = first?.kind === 'leaf' && !first.negated ? codes.asked(first.predicate) : undefined;
      if (first?.kind !== 'leaf' || asked?.length !== 1) {
        others.push({ rule, test });
        continue;
      }
      const cases = bySwitch.get(first.predicate.column) ?? new Map<number, Trigger[]>();
      bySwitch.set(first.predicate.column, cases);
      const triggers = cases.get(asked[0] as number) ?? [];
      cases.set(asked[0] as number, triggers);
      triggers.push({ rule, test: { kind: 'all', tests: rest } });
    }
  }
  let labels = 0;
  const judged = ({ rule, test }: Trigger): string => {
    const label = `t${labels++}`;
    const put = (bits: string): string => `${source.constant(set)}(${bits}, R[${rule}]);`;
    const ways = { yes: '', no: `break ${label};`, odd: `${put('U')} break ${label};` };
    const { code } = source.write(test, ways, loaded);
    return `${label}: { ${code} ${put(plans[rule]?.complete ? 'S' : 'U')} }\n`;
  };
  for (const [column, cases] of bySwitch) {
    const written = [...cases].map(([code, triggers]) => `case ${code}: ${triggers.map(judged).join('')} break;\n`);
    body += `switch (m${column}) { ${written.join('')} }\n`;
  }
  for (const trigger of others) body += judged(trigger);
  return source.make('d, r, R, S, U', body);
}

function kindsByColumn(plans: readonly Plan[]): ReadonlyMap<number, ReadonlySet<Predicate['kind']>> {
  const kinds = new Map<number, Set<Predicate['kind']>>();
  for (const { test } of plans) {
    for (const { column, kind } of predicatesOf(test)) {
      const found = kinds.get(column);
      if (found) found.add(kind);
      else kinds.set(column, new Set([kind]));
    }
  }
  return kinds;
}

/** A function that gives an object or a long text as it is where the column's predicates can judge it, else as nothing. */
function isOddIn(
  readers: readonly number[],
  kinds: ReadonlySet<Predicate['kind']> | undefined,
): (value: object | string, ranks: Int32Array, unsure: Int32Array) => unknown {
  const any = kinds !== undefined && [...kinds].some(isOfAny);
  const mentions = kinds?.has('mentions') === true;
  return (value, ranks, unsure) => {
    const list: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
    const fits = list
      ? any && list.length <= LONGEST_LIST && (!mentions || list.every(isShortScalar))
      : any && !mentions && typeof value !== 'string';
    if (fits) return value;
    for (const rule of readers) set(unsure, ranks[rule] as number);
    return null;
  };
}

function set(bits: Int32Array, rank: number): void {
  if (rank >= 0) bits[rank >>> 5]! |= 1 << (rank & 31);
}
