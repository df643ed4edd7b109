import type { DataRecord, RecordType } from '@lib/rules';
import { type CompiledLexicon, compileLexicon } from './compiled-lexicon';
import { buildFieldConcepts, type FieldConcepts } from './fields/field-concepts';
import { fieldIndexOf, spokenOf } from './fields/field-index';
import { buildFieldKin, type FieldKin } from './fields/field-kin';
import { buildFieldNames, type FieldNames } from './fields/field-names';
import { happeningsOf, relativesOf } from './fields/happenings';
import { LEXICONS } from './languages';
import type { Lexicon } from './lexicon';
import { ENGLISH } from './lexicons/en';
import type { Grounding } from './link-words';
import { phrasesOf } from './phrases';
import { columnsOf } from './fields/columns';
import { buildValueIndex, type ValueIndex } from './values/value-index';
import { Remembered } from './words/remembered';

/** What does not depend on the language of a request. */
interface Indexes {
  readonly names: FieldNames;
  readonly concepts: FieldConcepts;
  readonly kin: FieldKin;
  readonly values: ValueIndex;
}

interface Kept {
  readonly sample: readonly DataRecord[];
  indexes?: Indexes;
  building?: Promise<void>;
  shared?: Pick<Grounding, 'happenings' | 'relatives' | 'columns'>;
  readonly byLexicons: Map<readonly Lexicon[], Grounding>;
}

const groundings = new WeakMap<RecordType, Kept>();

function keptFor(recordType: RecordType, sample: readonly DataRecord[]): Kept {
  let kept = groundings.get(recordType);
  if (kept?.sample !== sample) groundings.set(recordType, (kept = { sample, byLexicons: new Map() }));
  return kept;
}

function* build(recordType: RecordType, sample: readonly DataRecord[]): Generator<void, Indexes> {
  // Which words name a country or a concept does not depend on whose grammar comes first.
  const lexicons: readonly CompiledLexicon[] = LEXICONS.map(compileLexicon);
  const names = yield* buildFieldNames(recordType);
  const concepts = yield* buildFieldConcepts(recordType, names, lexicons);
  const kin = yield* buildFieldKin(recordType, names, compileLexicon(ENGLISH));
  const values = yield* buildValueIndex(recordType, sample, lexicons);
  return { names, concepts, kin, values };
}

function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Builds the indexes of a record type ahead of its first request, a few milliseconds at a time: `pause` is awaited in
 * between, so that a service goes on answering. Whoever asks meanwhile waits for the same indexes.
 */
export async function prepareGrounding(
  recordType: RecordType,
  sample: readonly DataRecord[],
  pause: () => Promise<void>,
): Promise<void> {
  const kept = keptFor(recordType, sample);
  if (kept.indexes) return;
  kept.building ??= (async () => {
    const steps = build(recordType, sample);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        kept.indexes = step.value;
        return;
      }
      await pause();
    }
  })().finally(() => delete kept.building);
  await kept.building;
}

const nothingYet = (): Grounding['remembered'] => ({
  fields: new Remembered(),
  fieldsInEdits: new Remembered(),
  values: new Remembered(),
  phrases: new Remembered(),
  opposites: new Remembered(),
  denied: new Remembered(),
  deniedInPhrases: new Remembered(),
  spelt: new Remembered(),
});

/** The indexes of a record type, built at first use and kept as long as type and sample are the same objects. */
export function groundingOf(
  recordType: RecordType,
  sample: readonly DataRecord[],
  lexicons: readonly Lexicon[],
): Grounding {
  const kept = keptFor(recordType, sample);
  const known = kept.byLexicons.get(lexicons);
  if (known) return known;
  const compiled = lexicons.map(compileLexicon);
  const { names, concepts, kin, values } = (kept.indexes ??= atOnce(build(recordType, sample)));
  kept.shared ??= {
    happenings: happeningsOf(recordType.fields),
    relatives: relativesOf(recordType.fields),
    columns: columnsOf(recordType, sample),
  };
  const grounding: Grounding = {
    recordType,
    lexicons: compiled,
    spoken: spokenOf(compiled),
    fields: fieldIndexOf(names, concepts, kin, compiled),
    values,
    ...kept.shared,
    phrases: phrasesOf(compiled, names, kin, values),
    remembered: nothingYet(),
  };
  kept.byLexicons.set(lexicons, grounding);
  return grounding;
}
