import { Columns } from './columns';
import type { Predicate } from './predicate';
import { SlotTable } from './slot-table';

const part = (needle: string): Predicate => ({ column: 0, seenBy: undefined, kind: 'mentions', needle });

it('gives every predicate a stamp of its own, though one is taken in twice', () => {
  const columns = new Columns();
  columns.column('text', 'scalar');
  const table = new SlotTable(columns);
  const [ash, elm, oak] = [part('ash'), part('elm'), part('oak')];
  for (const predicate of [ash, elm, ash, oak]) table.survey(predicate);
  expect([ash, elm, oak].map(predicate => table.stampOf.get(predicate))).toEqual([0, 1, 2]);
});
