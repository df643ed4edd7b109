import { isKnownUse, listReferencesIn, readListReference } from '../../json-logic/name-tests';
import { findField } from '../../model/record-type';
import type { Problem } from '../../model/problem';
import { problem, type RuleUnderCheck } from '../check';

/**
 * Lists that a condition refers to are there, and are asked about fields that can be on one. Where a glossary is given, a
 * rule says of nothing that it is a term or a list unless that is what the glossary says.
 */
export function* knownName({ parts, draft, recordType }: RuleUnderCheck): Generator<Problem> {
  for (const { node, at, inElement } of parts) {
    if (node.kind !== 'operation' || node.operator !== 'inList') continue;
    const [asked, list] = node.operands;
    const reference = list?.kind === 'literal' ? list.value : undefined;
    const place = `${at}/inList/1`;
    if (typeof reference !== 'string' || !readListReference(reference)) {
      yield problem(
        'error',
        'unknown-list',
        place,
        'The list must be named with its version.',
        'For example "blocked suppliers@3".',
      );
    } else if (!recordType.lists?.has(reference)) {
      const hint = 'Name a list of this record type and one of its versions.';
      yield problem('error', 'unknown-list', place, `There is no list "${reference.slice(0, 200)}".`, hint);
    }
    const field = asked?.kind === 'field' && !inElement ? findField(recordType, asked.path) : undefined;
    if (field && field.type !== 'text' && field.type !== 'number') {
      const message = `"${field.label}" holds a ${field.type}; a list is of texts.`;
      yield problem('error', 'operand-type', `${at}/inList/0`, message);
    }
  }
  yield* unknownUses(draft.glossary ?? [], recordType);
  yield* otherContent(draft, recordType);
}

function* unknownUses(
  uses: NonNullable<RuleUnderCheck['draft']['glossary']>,
  { glossary, fields }: RuleUnderCheck['recordType'],
): Generator<Problem> {
  if (!glossary) return;
  for (const [i, use] of uses.entries()) {
    if (isKnownUse(use, glossary, fields)) continue;
    const [code, what, name] = 'term' in use ? ['unknown-term', 'term', use.term] : ['unknown-list', 'list', use.list];
    const message = `Version ${use.version} of the ${what} "${name.slice(0, 200)}" does not stand for this condition.`;
    yield problem(
      'error',
      code,
      `/glossary/${i}`,
      message,
      'Ask again, so that the rule is made with what it means now.',
    );
  }
}

/** A list under the same reference holds what it held when the rule was made. */
function* otherContent(
  { condition, glossary = [] }: RuleUnderCheck['draft'],
  { lists }: RuleUnderCheck['recordType'],
): Generator<Problem> {
  for (const { reference } of listReferencesIn(condition)) {
    const named = readListReference(reference);
    const table = lists?.get(reference);
    const i = glossary.findIndex(use => 'list' in use && use.list === named?.name && use.version === named.version);
    const use = glossary[i];
    if (!table || !use || !('list' in use) || use.sha256 === table.sha256) continue;
    const message = `The list "${reference.slice(0, 200)}" does not hold what it held when the rule was made.`;
    yield problem('error', 'list-differs', `/glossary/${i}`, message);
  }
}
