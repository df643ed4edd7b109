import type { Steps } from '../../model/steps';
import type { Columns } from './columns';
import { ColumnSample } from './frequencies';

/** Records that tell what records are like. */
const ENOUGH = 512;

/** The first records that were judged: anchors are chosen by what they are like. Nothing in it can be seen in an outcome. */
export class RecordSample {
  private readonly records: object[] = [];
  private counted?: ColumnSample;

  get isEnough(): boolean {
    return this.records.length >= ENOUGH;
  }

  add(record: object): void {
    this.records.push(record);
  }

  first(count: number): readonly object[] {
    return this.records.slice(0, count);
  }

  /** What the columns hold over all of it: counted once, and again where columns came in. */
  *countInSteps(columns: Columns): Steps<ColumnSample> {
    if (this.counted?.width !== columns.values.length)
      this.counted = yield* ColumnSample.inSteps(columns, this.records);
    return this.counted;
  }
}
