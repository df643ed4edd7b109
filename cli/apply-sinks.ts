import {
  openRecordWriter,
  writtenFields,
  type RecordSource,
  type RejectedRecord,
  type UnwritableText,
} from '@lib/records';
import { ok, type Clock, type RecordType, type Result, type RuleSet, type ValidRule } from '@lib/rules';
import { rejectedLine, resultLine, type AppliedRecord } from './apply-results';

/** Turns what happened to records into what is written, in the order of the input. */
export interface Sink {
  /** Refused where the result cannot be written; then nothing more is to be. */
  applied(applied: AppliedRecord): Result<true, UnwritableText>;
  rejected(item: RejectedRecord): Result<true, UnwritableText>;
  /** What has come together since the last time. */
  take(): string | Uint8Array;
  /** The rest, after the last record. */
  end(): string | Uint8Array;
}

/** One line of JSON per record: what matched and what changed. */
export function changesSink(ruleSet: RuleSet, clock: Clock, recordType: RecordType, explain: boolean): Sink {
  let index = 0;
  let text = '';
  const take = (): string => {
    const taken = text;
    text = '';
    return taken;
  };
  return {
    applied: applied => {
      const traces = explain ? ruleSet.explain(applied.record, clock) : undefined;
      text += `${resultLine(index, applied, recordType, traces)}\n`;
      index += 1;
      return ok(true);
    },
    rejected: item => {
      text += `${rejectedLine(index, item)}\n`;
      index += 1;
      return ok(true);
    },
    take,
    end: take,
  };
}
/** The records in the format they came in; what no rule changed is byte for byte what it was. */
export function recordsSink(source: RecordSource, recordType: RecordType, rules: readonly ValidRule[]): Sink {
  const mayWrite = writtenFields(
    recordType,
    rules.flatMap(rule => rule.actions),
  );
  const writer = openRecordWriter(source, { recordType, mayWrite });
  return {
    applied: ({ item, outcome }) => writer.write(item, outcome),
    rejected: item => writer.write(item),
    take: () => writer.take(),
    end: () => writer.end(),
  };
}
