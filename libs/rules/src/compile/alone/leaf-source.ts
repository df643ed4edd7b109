import { hasOneSpelling } from '../network/spelling';
import { isDateText, LONGEST_LIST, LONGEST_TEXT } from '../network/columns';
import { type Predicate, readsAsNumber } from '../network/predicate';
import { FAILS, FIRST_MARK, HOLDS, type Leaf, leafOf, ODD } from './leaf-of';

/** Where to go once something is decided: statements, empty where the code that follows is the place. */
export interface Ways {
  readonly yes: string;
  readonly no: string;
  /** Where only the general closures can tell. */
  readonly odd: string;
}

/** What a leaf's source is made with. */
export interface LeafContext {
  /** Texts that are no dates count as nothing in the field's orderings. */
  readonly dated: boolean;
  /** The name of a constant the source may use. */
  constant(value: unknown): string;
}

type Closed = Exclude<Predicate, { kind: 'opaque' }>;

/**
 * A predicate on the variable `v` as statements: the usual types compared in place, all else by its leaf, out of line.
 * `leafOf` is the meaning; nothing here may answer otherwise.
 */
export function leafSource(predicate: Closed, v: string, ways: Ways, context: LeafContext): string {
  const { yes, no, odd } = ways;
  const leaf = leafOf(predicate, context.dated);
  const slow = (): string => outOfLine(leaf, v, ways, context);
  switch (predicate.kind) {
    case 'equal':
      return equalSource(predicate.value, v, ways, slow);
    case 'same':
      return hasOneSpelling(predicate.value) ? branch(`${v} === ${json(predicate.value)}`, yes, no) : slow();
    case 'null':
      return branch(`${v} === null || ${v} === undefined`, yes, no);
    case 'true':
      return either(`typeof ${v} === "string"`, branch(`${v} !== ""`, yes, no), ofNothing(leaf, v, ways, slow));
    case 'order':
      return ordered(`${v} ${predicate.sign} ${json(predicate.bound)}`, typeof predicate.bound, leaf);
    case 'within': {
      const { low, high } = predicate;
      const above = `${v} ${low.open ? '>' : '>='} ${json(low.value)}`;
      const below = `${v} ${high.open ? '<' : '<='} ${json(high.value)}`;
      return ordered(`${above} && ${below}`, typeof low.value, leaf);
    }
    case 'one-of': {
      const scalars = predicate.values.filter(value => value !== null && typeof value !== 'object');
      if (!scalars.every(hasOneSpelling)) return slow();
      if (scalars.length === predicate.values.length && scalars.length > 0 && scalars.length <= 8) {
        return branch(scalars.map(value => `${v} === ${json(value)}`).join(' || '), yes, no);
      }
      return branch(`${context.constant(new Set(predicate.values))}.has(${v} === undefined ? null : ${v})`, yes, no);
    }
    case 'holds': {
      if (!hasOneSpelling(predicate.needle)) return slow();
      const long = `if (${v}.length > ${LONGEST_LIST}) { ${odd} } `;
      const list = `${long}${branch(`${v}.includes(${json(predicate.needle)})`, yes, no)}`;
      return either(
        `typeof ${v} === "string"`,
        foundIn(v, String(predicate.needle)),
        either(`Array.isArray(${v})`, list, no),
      );
    }
    case 'prefix': {
      const { text, folded } = predicate;
      if (folded || !hasOneSpelling(text)) return ofNothing(leaf, v, ways, slow);
      const found = whole(`${v}.startsWith(${json(text)})`, String(text.length));
      return either(`typeof ${v} === "string"`, `${tooLong(v)} ${found}`, ofNothing(leaf, v, ways, slow));
    }
    case 'mentions':
    case 'folded-one-of':
      return ofNothing(leaf, v, ways, slow);
  }

  function ordered(compared: string, type: string, judge: Leaf): string {
    if (type === 'string') {
      // No number is comparable with this text, so only a text can be.
      const dates = context.dated ? `${compared} && ${context.constant(isDateText)}(${v})` : compared;
      return either(`typeof ${v} === "string"`, branch(dates, yes, no), slow());
    }
    return either(`typeof ${v} === "number"`, branch(compared, yes, no), ofNothing(judge, v, ways, slow));
  }

  // A part of one spelling can only go by composing, never come; and it goes only where a mark follows it.
  function foundIn(text: string, part: string): string {
    const at = `${tooLong(text)} i = ${text}.indexOf(${json(part)});`;
    return `${at} ${whole('i >= 0', `i + ${part.length}`)}`;
  }

  function whole(found: string, end: string): string {
    const slowly = `if (${end} < ${v}.length && ${v}.charCodeAt(${end}) >= ${FIRST_MARK}) { ${slow()} } else { ${yes} }`;
    return either(found, slowly, no);
  }

  function tooLong(text: string): string {
    return `if (${text}.length > ${LONGEST_TEXT}) { ${odd} }`;
  }
}

function equalSource(value: string | number | boolean, v: string, { yes, no, odd }: Ways, slow: () => string): string {
  const same = `${v} === ${json(value)}`;
  if (!hasOneSpelling(value)) return either(same, yes, slow());
  if (typeof value !== 'string') return either(same, yes, either(`typeof ${v} === "${typeof value}"`, no, slow()));
  if (readsAsNumber(value)) return either(same, yes, either(`typeof ${v} === "string"`, no, slow()));
  return either(same, yes, `if (typeof ${v} === "object" && ${v} !== null) { ${odd} } ${no}`);
}

/** What is missing judged ahead of time, and anything else out of line. */
function ofNothing(leaf: Leaf, v: string, { yes, no }: Ways, slow: () => string): string {
  return either(`${v} === null || ${v} === undefined`, leaf(null) === HOLDS ? yes : no, slow());
}

function outOfLine(leaf: Leaf, v: string, { yes, no, odd }: Ways, context: LeafContext): string {
  return `s = ${context.constant(leaf)}(${v}); if (s === ${ODD}) { ${odd} } ${branch(`s !== ${FAILS}`, yes, no)}`;
}

/** A condition without effects, and where to go on either side of it. */
export function branch(condition: string, yes: string, no: string): string {
  if (yes === '') return no === '' ? '' : `if (!(${condition})) { ${no} }`;
  return either(condition, yes, no);
}

function either(condition: string, yes: string, no: string): string {
  return no === '' ? `if (${condition}) { ${yes} }` : `if (${condition}) { ${yes} } else { ${no} }`;
}

// A line separator is legal in JSON and, since ES2019, in JavaScript texts too.
const json: (value: unknown) => string = JSON.stringify;
