import type { DataRecord, Field, FieldProfile, FieldType, JsonValue, Reading, RecordType } from '@lib/rules';
import { mergeProfiles } from '../profile/merge-profiles';
import { FieldProfiler, type ProfilerBudget } from '../profile/field-profiler';
import { almostReading, type AlmostReading } from './almost-reading';
import { assumedReading, type Assumed } from './assumed-reading';
import { gatherEvidence, type Evidence, type FileHints } from './evidence';
import { nameHeaders } from './field-name';
import { HintVotes, inferReading } from './infer-reading';
import { visitLeaves } from './leaves';
import { namesPersonal } from './name-hints';
import type { Turns } from '../turns';

/** Readings are inferred from this many records, or fewer where records are wide: judging must not hold up a server. */
const JUDGED_RECORDS = 2_000;
const ENOUGH_RECORDS = 200;
const ENOUGH_VALUES = 100_000;
const JUDGED_VALUES = 1_000_000;
const JUDGED_LATE = 1_000;
const MAX_FIELDS = 10_000;
/** Above this share of unreadable values a reading is judged again. */
const TOO_MANY_UNREADABLE = 0.2;

interface Column {
  readonly label: string;
  readonly existing?: Field;
  /** Values that wait for the reading to be known, and the lines they stand on. */
  waiting: JsonValue[];
  lines: number[];
  /** Text because of a few values only. */
  odd?: OddValues;
  /** What its values did not say, and the reading it was taken for. */
  assumed?: { readonly reading: Reading; readonly assumed: Assumed };
  profiler?: FieldProfiler;
}

/** A field that is text because of a few values: how it would be read but for them, and where they stand. */
export interface TextField {
  readonly field: string;
  readonly label: string;
  readonly otherwise: FieldType;
  readonly count: number;
  /** The first lines they stand on; none where they came so late that it was no longer kept. */
  readonly lines: readonly number[];
}

/** A new field whose values can be read in two ways, with the one taken. */
export type AssumedField = Assumed & { readonly field: string; readonly label: string };

interface OddValues {
  readonly almost: AlmostReading;
  count: number;
  readonly lines: number[];
}

const ODD_LINES = 5;

/** Fields found in records as they stream by: how each is read is decided once, from the first of them. */
export class FieldCollector {
  private readonly columns = new Map<string, Column>();
  private readonly known: ReadonlyMap<string, Field>;
  private readonly budget: ProfilerBudget = { distinctCounters: 8 };
  private hints: FileHints | undefined;
  /** Columns met after the others were judged that have enough values now. */
  private readonly late = new Set<Column>();
  private records = 0;
  private waiting = 0;

  constructor(
    private readonly recordType: Pick<RecordType, 'name' | 'fields'>,
    labels: readonly string[] = [],
    private readonly delimiter?: string,
  ) {
    const known = new Map<string, Field>();
    for (const field of recordType.fields) for (const synonym of field.synonyms ?? []) known.set(synonym, field);
    for (const field of recordType.fields) known.set(field.label, field);
    for (const field of recordType.fields) known.set(field.name, field);
    this.known = known;
    for (const label of labels) this.column(label);
  }

  /** `line` is where the record stands in its file. */
  add(record: DataRecord, line: number): void {
    this.records += 1;
    visitLeaves(record, (path, value) => {
      const column = this.columns.get(path) ?? this.column(path);
      if (!column) return;
      if (column.profiler) {
        column.profiler.add(value);
        noteOdd(column, value, line);
      } else {
        column.waiting.push(value);
        column.lines.push(line);
        this.waiting += 1;
        if (this.hints && column.waiting.length >= JUDGED_LATE) this.late.add(column);
      }
    });
  }

  /** Whether enough values wait to judge by: then `judge` comes before more records. */
  get isDue(): boolean {
    return this.hints ? this.late.size > 0 : this.hasEnough();
  }

  /** Decides how fields are read. There may be a million values to look at, so others have their turns meanwhile. */
  async judge(turns: Turns): Promise<void> {
    if (!this.hints) return this.decideAll(turns);
    for (const column of this.late) {
      this.decide(column);
      if (turns.isOver) await turns.giveUp();
    }
    this.late.clear();
  }

  /** The fields found, those of the record type first; profiles are those of the records given, added to `existing`. */
  async finish(mode: 'append' | 'replace', turns: Turns): Promise<readonly Field[]> {
    if (!this.hints) await this.decideAll(turns);
    const profiles = new Map<string, FieldProfile>();
    const found = [...this.columns.values()];
    for (const column of found) {
      if (!column.profiler) this.decide(column);
      const { existing, profiler } = column;
      if (existing) profiles.set(existing.name, profiler!.finish(this.records));
      if (turns.isOver) await turns.giveUp();
    }
    const kept = this.recordType.fields.map(field => {
      const profile = profiles.get(field.name) ?? emptyProfile(this.records);
      return {
        ...field,
        profile: mode === 'append' && field.profile ? mergeProfiles(field.profile, profile) : profile,
      };
    });
    const fresh = found.filter(column => !column.existing);
    const names = nameHeaders(
      fresh.map(({ label }) => label),
      this.recordType.fields.map(({ name }) => name),
    );
    const before = mode === 'append' ? (this.recordType.fields[0]?.profile?.records ?? 0) : 0;
    const added: Field[] = [];
    for (const [index, column] of fresh.entries()) {
      const named = names[index]!;
      const profiler = this.judgeAgain(column);
      const { reading } = profiler;
      const unit = named.unit ?? reading.unit;
      added.push({
        name: named.name,
        label: column.label,
        type: reading.type,
        reading,
        ...(unit && { unit }),
        ...(namesPersonal(column.label) && { sensitivity: 'personal' as const }),
        profile: profiler.finish(this.records + before),
      });
      if (turns.isOver) await turns.giveUp();
    }
    return [...kept, ...added];
  }

  /** New fields that are text because of a few values; known once all is finished. */
  textFields(fields: readonly Field[]): readonly TextField[] {
    return [...this.columns.values()].flatMap(({ label, odd }) => {
      const field = fields.find(one => one.label === label);
      if (!odd || field?.type !== 'text') return [];
      const { almost, count, lines } = odd;
      return [{ field: field.name, label, otherwise: almost.type, count, lines }];
    });
  }

  /** New fields whose values do not say how they are read; known once all is finished. */
  assumedFields(fields: readonly Field[]): readonly AssumedField[] {
    return [...this.columns.values()].flatMap(({ label, assumed }) => {
      const field = fields.find(one => one.label === label);
      // Later values may have shown that it is read otherwise.
      if (!assumed || !field || !isSameReading(field.reading, assumed.reading)) return [];
      return [{ field: field.name, label, ...assumed.assumed }];
    });
  }

  private hasEnough(): boolean {
    if (this.records >= JUDGED_RECORDS || this.waiting >= JUDGED_VALUES) return true;
    return this.records >= ENOUGH_RECORDS && this.waiting >= ENOUGH_VALUES;
  }

  private column(label: string): Column | undefined {
    if (this.columns.size >= MAX_FIELDS) return undefined;
    const existing = this.known.get(label);
    const column: Column = { label, waiting: [], lines: [], ...(existing && { existing }) };
    if (existing) column.profiler = new FieldProfiler({ ...existing.reading, type: existing.type }, this.budget);
    this.columns.set(label, column);
    return column;
  }

  private async decideAll(turns: Turns): Promise<void> {
    const evidence = new Map<Column, Evidence>();
    const votes = new HintVotes();
    for (const column of this.columns.values()) {
      if (column.profiler) continue;
      const found = evidenceOf(column.label, column.waiting);
      votes.add(found);
      evidence.set(column, found);
      if (turns.isOver) await turns.giveUp();
    }
    const hints = votes.hints(this.delimiter);
    for (const [column, found] of evidence) {
      this.start(column, found, hints);
      if (turns.isOver) await turns.giveUp();
    }
    this.hints = hints;
    this.waiting = 0;
  }

  private decide(column: Column): void {
    this.start(column, evidenceOf(column.label, column.waiting), this.hints);
  }

  private start(column: Column, evidence: Evidence, hints: FileHints | undefined): void {
    const reading: Reading = inferReading(evidence, hints);
    const almost = reading.type === 'text' ? almostReading(evidence, hints) : undefined;
    if (almost) column.odd = { almost, count: 0, lines: [] };
    const assumed = assumedReading(evidence, reading);
    if (assumed) column.assumed = { reading, assumed };
    column.profiler = new FieldProfiler(reading, this.budget);
    for (const [index, value] of column.waiting.entries()) {
      column.profiler.add(value);
      noteOdd(column, value, column.lines[index] ?? 0);
    }
    column.waiting = [];
    column.lines = [];
  }

  /** What came later may show that the first records were no fair sample. */
  private judgeAgain(column: Column): FieldProfiler {
    const first = column.profiler!;
    if (!first.sawDigitName && first.unreadableShare() <= TOO_MANY_UNREADABLE) return first;
    const evidence = gatherEvidence(column.label, first.counted());
    const reading = inferReading(evidence, this.hints);
    const almost = reading.type === 'text' ? almostReading(evidence, this.hints) : undefined;
    // Where they stand is no longer known.
    if (almost) column.odd = { almost, count: countOdd(first, almost), lines: [] };
    if (isSameReading(reading, first.reading)) return first;
    const again = new FieldProfiler(reading, this.budget);
    for (const [value, count] of first.counted()) again.add(value, count);
    return again;
  }
}

const isSameReading = (one: Reading, other: Reading): boolean =>
  one.type === other.type && one.dateFormat === other.dateFormat;

function countOdd(profiler: FieldProfiler, almost: AlmostReading): number {
  let odd = 0;
  for (const [value, count] of profiler.counted()) if (almost.isOdd(value)) odd += count;
  return odd;
}

function noteOdd({ odd }: Column, value: JsonValue, line: number): void {
  if (!odd?.almost.isOdd(value)) return;
  odd.count += 1;
  if (odd.lines.length < ODD_LINES) odd.lines.push(line);
}

function evidenceOf(label: string, values: readonly JsonValue[]): Evidence {
  return gatherEvidence(
    label,
    values.map(value => [value, 1] as const),
  );
}

function emptyProfile(records: number): FieldProfile {
  return {
    records,
    filled: 0,
    unreadable: 0,
    distinct: 0,
    distinctIsExact: true,
    frequent: [],
    frequentIsComplete: true,
    patterns: [],
  };
}
