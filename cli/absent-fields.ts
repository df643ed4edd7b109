import { fieldsReadBy, findField, pathsIn, tagsFieldOf, valueAt } from '@lib/rules';
import type { DataRecord, RecordType, ValidRule } from '@lib/rules';

/** Watches records go by for the fields that rules need: one that no record has is most likely called otherwise there. */
export class AbsentFields {
  /** Fields no record has had so far, with the rules that need them. */
  private readonly needed = new Map<string, Set<string>>();

  constructor(
    rules: readonly ValidRule[],
    private readonly recordType: RecordType,
  ) {
    // No tags yet is how most records begin.
    const tags = tagsFieldOf(recordType);
    for (const { name, condition, actions } of rules) {
      for (const path of [...pathsIn(condition), ...actions.flatMap(fieldsReadBy)]) {
        if (path === tags || !findField(recordType, path)) continue;
        this.needed.set(path, (this.needed.get(path) ?? new Set()).add(name));
      }
    }
  }

  look(record: DataRecord): void {
    if (this.needed.size === 0) return;
    for (const path of this.needed.keys()) if (valueAt(record, path) !== undefined) this.needed.delete(path);
  }

  warnings(): readonly string[] {
    return [...this.needed].map(([path, rules]) => {
      const { label = path } = findField(this.recordType, path) ?? {};
      const called = label === path ? `"${path}"` : `"${path}" (${label})`;
      const [first, ...others] = rules;
      const more = others.length > 0 ? ` and ${others.length} more` : '';
      return `warning: No record has the field ${called}, which the rule "${first}"${more} needs; to these records it counts as empty.`;
    });
  }
}
