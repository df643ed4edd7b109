import type { Reading } from '@lib/rules';
import type { Evidence } from './evidence';
import { namesList } from './name-hints';

const SEPARATORS = [';', '|', ','] as const;

/**
 * The reading under which a value holds several, or nothing. A header may say so; else the same short elements must
 * come again and again. A comma alone never makes a list of a text nobody calls one.
 */
export function inferList(evidence: Evidence): Reading | undefined {
  const named = namesList(evidence.label);
  const separator = SEPARATORS.find(mark =>
    named ? shareWith(evidence, mark) > 0 : mark !== ',' && repeats(evidence, mark),
  );
  if (evidence.lists > 0 && evidence.lists >= evidence.textCount + evidence.numbers + evidence.booleans) {
    return { type: 'list', ...(separator && evidence.textCount > 0 && { listSeparator: separator }) };
  }
  if (separator) return { type: 'list', listSeparator: separator };
  return named && evidence.numbers + evidence.booleans + evidence.objects === 0 ? { type: 'list' } : undefined;
}

function shareWith(evidence: Evidence, mark: string): number {
  let found = 0;
  for (const [text, count] of evidence.texts) if (text.includes(mark)) found += count;
  return evidence.textCount === 0 ? 0 : found / evidence.textCount;
}

function repeats(evidence: Evidence, mark: string): boolean {
  if (shareWith(evidence, mark) < 0.3) return false;
  const elements = new Set<string>();
  let total = 0;
  for (const text of evidence.texts.keys()) {
    for (const element of text.split(mark)) {
      if (element.trim().length > 30) return false;
      elements.add(element.trim());
      total += 1;
    }
  }
  return total >= 10 && elements.size <= total / 2;
}
