import {
  explainCondition,
  type Explanation,
  type JsonLogic,
  type Problem,
  type RecordType,
  validateRule,
} from '@lib/rules';

import type { NameVersion } from './glossary-names';

interface NameView {
  readonly id: string;
  readonly recordType: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description?: string;
  readonly version: number;
  readonly author: NameVersion['author'];
  readonly createdAt: string;
  /** Against the fields and values as they are now. */
  readonly problems: readonly Problem[];
}

export interface TermView extends NameView {
  readonly kind: 'term';
  readonly condition: JsonLogic;
  readonly explanation?: Explanation;
}

/** Its entries are asked for by themselves: they may be many, and not for everybody. */
export interface ListView extends NameView {
  readonly kind: 'list';
  readonly field?: string;
  readonly anyCase: boolean;
  readonly size: number;
  readonly sha256: string;
}

export type GlossaryView = TermView | ListView;

/** `recordType` knows the lists that terms refer to; `hidden`: what requests can no longer speak of beside the name. */
export function viewName(
  version: NameVersion,
  recordType: RecordType,
  language?: string,
  hidden: readonly Problem[] = [],
): GlossaryView {
  const { id, author, createdAt, term, list } = version;
  const { name, aliases = [], description, version: number } = term ?? list;
  const said = {
    id,
    recordType: version.recordType,
    name,
    aliases,
    ...(description !== undefined && { description }),
    version: number,
    author,
    createdAt,
  };
  if (!term) {
    const { field, anyCase = false, size, sha256 } = list;
    return { kind: 'list', ...said, ...(field !== undefined && { field }), anyCase, size, sha256, problems: hidden };
  }
  const { condition } = term;
  const checked = validateRule({ recordType: recordType.name, name: 'Term', condition, actions: [] }, recordType);
  const explanation = checked.ok ? explainCondition(condition, recordType, language) : undefined;
  return {
    kind: 'term',
    ...said,
    condition,
    ...(explanation && { explanation }),
    problems: [...hidden, ...(checked.ok ? [] : checked.error)],
  };
}
