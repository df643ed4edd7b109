import { measureLogic } from '../json-logic/measure-logic';
import { listReferencesIn, readListReference, usesIn } from '../json-logic/name-tests';
import type { GlossaryUse } from '../model/glossary';
import type { JsonLogic } from '../model/json';
import { jsonEqual } from '../model/json-equal';
import type { Problem } from '../model/problem';
import type { RecordType } from '../model/record-type';
import { problem } from './check';

export const MAX_USES = 100;

export interface ReadUses {
  readonly problems: readonly Problem[];
  readonly uses: readonly GlossaryUse[];
}

/**
 * The names a draft says it was made with: only those whose conditions it contains, and every list it refers to, so that
 * a version's hash covers what was in the list.
 */
export function readGlossary(given: unknown, condition: JsonLogic, recordType: RecordType): ReadUses {
  const { problems, uses } = readUses(given);
  const used = usesIn(condition, uses);
  const referred = listReferencesIn(condition)
    .filter(({ test }) => !used.some(use => jsonEqual(use.condition, test)))
    .flatMap(({ reference, test }): readonly GlossaryUse[] => {
      const named = readListReference(reference);
      const table = recordType.lists?.get(reference);
      if (!named || !table) return [];
      const { size, sha256 } = table;
      return [{ list: named.name, version: named.version, size, sha256, condition: test }];
    });
  return { problems, uses: [...used, ...usesIn(condition, referred)] };
}

function readUses(given: unknown): ReadUses {
  if (given === undefined || given === null) return { problems: [], uses: [] };
  if (!Array.isArray(given) || given.length > MAX_USES) {
    const message = `A rule's glossary is a list of at most ${MAX_USES} terms and lists.`;
    return { problems: [problem('error', 'bad-glossary', '/glossary', message)], uses: [] };
  }
  const problems: Problem[] = [];
  const uses: GlossaryUse[] = [];
  given.forEach((one: unknown, i) => {
    const at = `/glossary/${i}`;
    const use = readUse(one);
    if (!use) problems.push(problem('error', 'bad-glossary', at, SHAPE));
    else {
      const size = measureLogic(one, at);
      if (size.length === 0) uses.push(use);
      problems.push(...size);
    }
  });
  return { problems, uses };
}

const SHAPE = 'This is neither {term, version, condition} nor {list, version, size, sha256, condition}.';

function readUse(given: unknown): GlossaryUse | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { term, list, version, size, sha256, condition } = given as { readonly [member: string]: unknown };
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || typeof condition !== 'object') return undefined;
  const logic = structuredClone(condition) as JsonLogic;
  if (typeof term === 'string' && list === undefined) return { term, version, condition: logic };
  if (typeof list !== 'string' || term !== undefined) return undefined;
  if (typeof size !== 'number' || typeof sha256 !== 'string') return undefined;
  return { list, version, size, sha256, condition: logic };
}
