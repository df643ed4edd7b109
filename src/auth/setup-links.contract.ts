import type { SetupLinks } from './setup-links';

/** What every keeper of setup links must do. */
export function setupLinksContract(make: () => SetupLinks): void {
  const [now, later, past] = ['2026-01-15T12:00:00.000Z', '2026-01-16T12:00:00.000Z', '2026-01-14T12:00:00.000Z'];

  it('lets a link be used once', async () => {
    const links = make();
    await links.add('c'.repeat(64), now, later);
    const uses = await Promise.all([links.use('c'.repeat(64), now), links.use('c'.repeat(64), now)]);
    expect(uses.filter(Boolean)).toHaveLength(1);
  });

  it('refuses one that is past, unknown, or followed by a newer one', async () => {
    const links = make();
    await links.add('d'.repeat(64), past, now);
    expect(await links.use('d'.repeat(64), later)).toBe(false);
    await links.add('e'.repeat(64), now, later);
    await links.add('f'.repeat(64), now, later);
    expect(await links.use('e'.repeat(64), now)).toBe(false);
    expect(await links.use('0'.repeat(64), now)).toBe(false);
    expect(await links.use('f'.repeat(64), now)).toBe(true);
  });
}
