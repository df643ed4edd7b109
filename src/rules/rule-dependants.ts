import { Injectable } from '@nestjs/common';
import { fieldsReadBy, fieldsWrittenBy, type JsonValue, type RecordType, type RuleDraft } from '@lib/rules';

import { type Dependant, Dependants } from '../catalog/dependants';
import { RecordTypes } from '../catalog/record-types';
import { RuleVersions } from './rule-versions';

/** The live rules of a record type and the fields and names each stands on. */
@Injectable()
export class RuleDependants extends Dependants {
  constructor(
    private readonly versions: RuleVersions,
    private readonly recordTypes: RecordTypes,
  ) {
    super();
  }

  async of(recordType: string): Promise<readonly Dependant[]> {
    const live = await this.versions.live(recordType);
    const stored = await this.recordTypes.find(recordType);
    const type = stored?.recordType ?? { name: recordType, fields: [] };
    return live.map(({ id, version, state, rule }) => ({
      rule: id,
      version,
      name: rule.name,
      state,
      ...fieldsOf(rule, type),
      names: (rule.glossary ?? []).map(use => ('term' in use ? use.term : use.list)),
    }));
  }
}

function fieldsOf({ condition, actions }: RuleDraft, recordType: RecordType): Pick<Dependant, 'reads' | 'writes'> {
  const reads = new Set<string>();
  collectVars(condition, reads);
  for (const path of actions.flatMap(fieldsReadBy)) reads.add(path);
  const writes = new Set(actions.flatMap(action => fieldsWrittenBy(action, recordType)));
  return { reads: [...reads], writes: [...writes] };
}

/** Every `var`, whatever it stands in: a path relative to an element is taken for a field too, which only refuses more. */
function collectVars(logic: JsonValue, into: Set<string>): void {
  if (logic === null || typeof logic !== 'object') return;
  if (Array.isArray(logic)) {
    for (const item of logic as readonly JsonValue[]) collectVars(item, into);
    return;
  }
  for (const [operator, operand] of Object.entries(logic)) {
    const path: unknown = Array.isArray(operand) ? operand[0] : operand;
    if (operator === 'var' && typeof path === 'string') into.add(path);
    collectVars(operand, into);
  }
}
