import { recordTypeOf, sampleOf, type EvalCase, type Translator } from '@lib/language';
import { importRecords } from '@lib/records';
import type { Field, RecordType } from '@lib/rules';

/**
 * The translator as the product would ask it about this case: with the profile that an import of the visible records
 * leaves in the catalog. Where only a sample may be seen, the profile says that there is more than it lists.
 */
export async function profiledTranslator(one: EvalCase, inner: Translator, sample?: number): Promise<Translator> {
  const recordType = await profiled(one, sample);
  return { name: inner.name, translate: (request, signal) => inner.translate({ ...request, recordType }, signal) };
}

async function profiled(one: EvalCase, sample: number | undefined): Promise<RecordType> {
  const existing = recordTypeOf(one, sample === undefined);
  const visible = sampleOf(one.records, sample);
  const lines = async function* (): AsyncGenerator<Uint8Array> {
    for (const record of visible) yield Buffer.from(`${JSON.stringify(record)}\n`);
  };
  const imported = await importRecords(lines(), { name: existing.name, existing, format: 'ndjson', sampleSize: 1 });
  if (!imported.ok) return existing;
  const isWhole = visible.length === one.records.length;
  const known = new Map(imported.value.recordType.fields.map(field => [field.name, field]));
  return { ...existing, fields: existing.fields.map(field => withProfile(field, known.get(field.name), isWhole)) };
}

function withProfile(field: Field, imported: Field | undefined, isWhole: boolean): Field {
  const profile = imported?.profile;
  if (!profile) return field;
  return { ...field, profile: isWhole ? profile : { ...profile, distinctIsExact: false, frequentIsComplete: false } };
}
