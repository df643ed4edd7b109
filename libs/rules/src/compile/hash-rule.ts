import { tagsFieldOf, type RecordType } from '../model/record-type';
import type { CompleteRule } from '../model/rule';
import { canonicalJson } from './canonical-json';

/** SHA-256 of a text's UTF-8 bytes, as hex. Injected, because browsers and Node keep it in different places. */
export type Sha256 = (text: string) => string;

/** Changes whenever an unchanged rule may give another outcome than before. */
export const SEMANTICS_VERSION = 1;

/** The hash of a rule's content: equal exactly where recordType, name, condition, actions, priority and glossary are. */
export function hashRule(rule: CompleteRule, sha256: Sha256): string {
  const { recordType, name, condition, actions, priority, glossary } = rule;
  return sha256(canonicalJson({ recordType, name, condition, actions, priority, glossary }));
}

/** The hash of a rule set: its versions in order, the fields they read through, and the meaning they run with. */
export function hashRuleSet(versionHashes: readonly string[], recordType: RecordType, sha256: Sha256): string {
  const fields = recordType.fields.map(({ name, type, reading }) => ({ name, type, reading }));
  const content = { semantics: SEMANTICS_VERSION, recordType: recordType.name, tags: tagsFieldOf(recordType), fields };
  return sha256(canonicalJson({ ...content, rules: versionHashes }));
}
