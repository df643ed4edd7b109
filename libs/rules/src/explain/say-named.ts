import type { Condition, OperationNode } from '../model/condition';
import type { GlossaryUse } from '../model/glossary';
import { inLanguage } from '../model/language';
import { jsonEqual } from '../model/json-equal';
import { readListReference } from '../json-logic/name-tests';
import { writeCondition } from '../json-logic/write-condition';
import { NAME_WORDS } from './lexicons/name-words';
import type { Wording } from './lexicon';
import type { Saying } from './saying';
import { operandAt, sayOperand } from './say-operand';
import { token, type Token } from './token';

/** The name a part of a condition was written for, where the rule says that it was. */
export function useOf({ uses }: Saying, node: Condition): GlossaryUse | undefined {
  if (!uses || uses.length === 0 || node.kind !== 'operation') return undefined;
  const logic = writeCondition(node);
  return uses.find(use => jsonEqual(use.condition, logic));
}

/** A record is what a term says: the term's name, and in brackets what it stands for in this rule. */
export function sayTerm(
  { lexicon }: Saying,
  name: string,
  { at, negated, inside }: { readonly at: string; readonly negated: boolean; readonly inside: readonly Token[] },
): readonly Token[] {
  return [
    ...filled(inLanguage(NAME_WORDS, lexicon.language).term, negated, token('value', lexicon.quote(name), at), at),
    token('text', ' '),
    token('group', '('),
    ...inside,
    token('group', ')'),
  ];
}

/** A value is on a named list, whether the rule contains the list or refers to it. */
export function sayListed(saying: Saying, node: Condition, at: string, negated: boolean): readonly Token[] | undefined {
  if (node.kind !== 'operation' || (node.operator !== 'in' && node.operator !== 'inList')) return undefined;
  const name = listNameOf(saying, node);
  const [asked] = node.operands;
  if (name === undefined || !asked) return undefined;
  const { lexicon } = saying;
  const [only] = asked.kind === 'operation' && asked.operator === 'lower' ? asked.operands : [];
  const askedAt = operandAt(node, at, 0);
  const subject = only
    ? sayOperand(saying, only, operandAt(asked as OperationNode, askedAt, 0))
    : sayOperand(saying, asked, askedAt);
  const place = token('value', lexicon.quote(name), operandAt(node, at, 1));
  const words = filled(inLanguage(NAME_WORDS, lexicon.language).list, negated, place, at);
  return [...subject, token('text', ' '), ...words, ...(only ? [token('operator', lexicon.anyCase, at)] : [])];
}

function listNameOf(saying: Saying, node: OperationNode): string | undefined {
  const use = useOf(saying, node);
  if (use && 'list' in use) return use.list;
  const reference = node.operands[1];
  if (node.operator !== 'inList' || reference?.kind !== 'literal' || typeof reference.value !== 'string')
    return undefined;
  return readListReference(reference.value)?.name ?? reference.value;
}

function filled(wording: Wording, negated: boolean, name: Token, at: string): readonly Token[] {
  const [before = '', after = ''] = (negated ? wording.negated : wording.plain).split('…');
  return [
    ...(before === '' ? [] : [token('operator', before, at)]),
    name,
    ...(after === '' ? [] : [token('operator', after, at)]),
  ];
}
