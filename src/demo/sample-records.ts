import { sampleCustomer } from './sample-customer';
import { sampleProduct } from './sample-product';
import { sampleSupplier } from './sample-supplier';
import { type SeededRandom, seededRandom } from './seeded-random';

export type SampleName = 'customer' | 'product' | 'supplier';

const KINDS: Record<
  SampleName,
  { make: (random: SeededRandom, number: number) => Record<string, unknown>; count: number }
> = {
  customer: { make: sampleCustomer, count: 3000 },
  product: { make: sampleProduct, count: 2500 },
  supplier: { make: sampleSupplier, count: 2000 },
};

export const SAMPLE_NAMES: readonly SampleName[] = ['customer', 'product', 'supplier'];

/**
 * Records as they come out of real systems: values missing, several spellings of one country, mixed case, numbers kept as
 * text, dates in more than one shape. The same name, seed and count give the same records; a larger count begins with them.
 */
export function* sampleRecords(
  name: SampleName,
  seed = 1,
  count = KINDS[name].count,
): Iterable<Record<string, unknown>> {
  const random = seededRandom(seed * 7919 + SAMPLE_NAMES.indexOf(name));
  for (let number = 1; number <= count; number++) yield KINDS[name].make(random, number);
}
