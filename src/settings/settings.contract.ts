import type { Settings } from './settings';

/** What every keeper of settings must do. */
export function settingsContract(make: () => Settings): void {
  it('sets, sets anew and forgets', async () => {
    const settings = make();
    const long = 'ü'.repeat(10_000);
    await settings.change(
      new Map([
        ['one', '1'],
        ['two', long],
      ]),
    );
    expect(Object.fromEntries(await settings.read())).toEqual({ one: '1', two: long });
    await settings.change(
      new Map([
        ['one', '"new"'],
        ['two', null],
        ['none', null],
      ]),
    );
    expect(Object.fromEntries(await settings.read())).toEqual({ one: '"new"' });
  });
}
