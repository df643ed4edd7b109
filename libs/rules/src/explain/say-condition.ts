import type { Condition, OperationNode } from '../model/condition';
import { pointerTo } from '../model/pointer';
import { type Conjunct, filledPath, foldGuards } from '../json-logic/fold-guards';
import type { Saying } from './saying';
import { sayListed, sayTerm, useOf } from './say-named';
import { operandAt, sayCode } from './say-operand';
import { emptyNote, type Held, sayTest, sayTruth } from './say-test';
import { joinTokens, token, type Token } from './token';

/** A condition in words, null guards folded away. Where `and` and `or` mix, brackets say what belongs together. */
export function sayCondition(saying: Saying, node: Condition, at: string): readonly Token[] {
  const bare = withoutFrame(saying, node, at);
  if (bare.node !== node) return sayCondition(saying, bare.node, bare.at);
  const named = sayNamed(saying, node, at, false);
  if (named) return named;
  const parts = foldGuards(node, at);
  const [only] = parts;
  if (parts.length === 1 && only) return sayConjunct(saying, only);
  if (parts.length === 0) return sayOther(saying, node, at);
  const filled = new Set([...(saying.filled ?? []), ...parts.flatMap(part => filledPath(part.node) ?? [])]);
  const said = parts.map(part => bracketed(saying, part.node, sayConjunct({ ...saying, filled }, part)));
  return joinTokens(said, saying.lexicon.and);
}

/** One clause in words. */
export function sayConjunct(saying: Saying, { node: framed, at: framedAt, guards }: Conjunct): readonly Token[] {
  const { node, at } = withoutFrame(saying, framed, framedAt);
  const named = sayNamed(saying, node, at, false);
  if (named) return named;
  const test = sayTest(saying, node, at, false);
  if (test) {
    const held: Condition =
      guards.length === 0 ? node : { kind: 'operation', operator: 'and', operands: [...guards, node], short: false };
    return [...test, ...noteOf(saying, { held, test: node, isGuarded: guards.length > 0 }, at)];
  }
  if (node.kind !== 'operation') return sayOther(saying, node, at);
  const [first] = node.operands;
  switch (node.operator) {
    case 'and':
      return sayCondition(saying, node, at);
    case 'or':
      if (node.operands.length === 0) return sayOther(saying, node, at);
      return joinTokens(
        node.operands.map((operand, i) =>
          bracketed(saying, operand, sayCondition(saying, operand, operandAt(node, at, i))),
        ),
        saying.lexicon.or,
      );
    case '!':
      return first ? sayNegation(saying, node, first, at) : [sayCode(node, at)];
    case '!!':
      return (
        (first &&
          (sayTruth(saying, first, operandAt(node, at, 0), false, at) ??
            sayCondition(saying, first, operandAt(node, at, 0)))) || [sayCode(node, at)]
      );
    default:
      return sayOther(saying, node, at);
  }
}

/** A part that was written for a name is said by that name; what it stands for is said with it. */
function sayNamed(saying: Saying, node: Condition, at: string, negated: boolean): readonly Token[] | undefined {
  const use = useOf(saying, node);
  if (!use || 'list' in use) return sayListed(saying, node, at, negated);
  const inside = sayCondition({ ...saying, uses: saying.uses?.filter(other => other !== use) }, node, at);
  return sayTerm(saying, use.term, { at, negated, inside });
}

function noteOf(saying: Saying, held: Held, at: string): readonly Token[] {
  return held.test.kind === 'field' ? [] : emptyNote(saying, held, at);
}

/** The opposite: of one test, that test's own opposite; of anything else, "not" before brackets. */
function sayNegation(
  saying: Saying,
  whole: Condition,
  inner: Condition,
  at: string,
  innerAt = pointerTo(at, '!') + (whole.kind === 'operation' && whole.short ? '' : '/0'),
): readonly Token[] {
  const named = sayNamed(saying, inner, innerAt, true);
  if (named) return [...named, ...emptyNote(saying, { held: whole, test: inner, isGuarded: true }, at)];
  const bare = withoutFrame(saying, inner, innerAt);
  if (bare.node !== inner) return sayNegation(saying, whole, bare.node, at, bare.at);
  // Not not is nothing.
  const [twice] = inner.kind === 'operation' && inner.operator === '!' ? inner.operands : [];
  if (twice && twice.kind === 'operation')
    return sayCondition(saying, twice, operandAt(inner as OperationNode, innerAt, 0));
  const parts = foldGuards(inner, innerAt);
  const [only] = parts;
  if (parts.length === 1 && only) {
    const { node } = only;
    if (node.kind === 'field') {
      const truth = sayTruth(saying, node, only.at, true, at);
      if (truth) return truth;
    }
    if (node.kind === 'operation' && node.operator === '!!' && node.operands[0]) {
      return sayTruth(saying, node.operands[0], only.at, true) ?? notBefore(saying, whole, inner, innerAt, at);
    }
    if (node.kind === 'operation' && node.operator === '!' && node.operands[0]) {
      const twice = sayTruth(saying, node.operands[0], only.at, false);
      if (twice) return twice;
    }
    const test = sayTest(saying, node, only.at, true);
    if (test) return [...test, ...noteOf(saying, { held: whole, test: node, isGuarded: only.guards.length > 0 }, at)];
  }
  return notBefore(saying, whole, inner, innerAt, at);
}

/** What is the only part of an `and` or `or`, or is only asked to be true, is that part. */
function withoutFrame(saying: Saying, node: Condition, at: string): { readonly node: Condition; readonly at: string } {
  if (node.kind !== 'operation' || node.operands.length !== 1 || useOf(saying, node)) return { node, at };
  const [only] = node.operands;
  const frames =
    node.operator === 'and' || node.operator === 'or' || (node.operator === '!!' && only?.kind === 'operation');
  return frames && only ? withoutFrame(saying, only, operandAt(node, at, 0)) : { node, at };
}

function notBefore(saying: Saying, whole: Condition, inner: Condition, innerAt: string, at: string): readonly Token[] {
  return [
    token('operator', saying.lexicon.not, at),
    token('group', '('),
    ...sayCondition(saying, inner, innerAt),
    token('group', ')'),
    ...emptyNote(saying, { held: whole, test: inner, isGuarded: true }, at),
  ];
}

function sayOther({ lexicon }: Saying, node: Condition, at: string): readonly Token[] {
  if (node.kind === 'literal' && node.value === true) return [token('operator', lexicon.always, at)];
  if (node.kind === 'literal' && node.value === false) return [token('operator', lexicon.never, at)];
  return [sayCode(node, at), token('text', ' '), token('operator', lexicon.holds.plain, at)];
}

/** Brackets around what joins several parts, unless one name says them all. */
function bracketed(saying: Saying, framed: Condition, said: readonly Token[]): readonly Token[] {
  const { node } = withoutFrame(saying, framed, '');
  if (node.kind !== 'operation' || useOf(saying, node)) return said;
  const joins =
    node.operator === 'or' ? node.operands.length > 1 : node.operator === 'and' && foldGuards(node, '').length > 1;
  return joins ? [token('group', '('), ...said, token('group', ')')] : said;
}
