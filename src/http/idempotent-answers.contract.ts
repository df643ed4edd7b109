import type { HeldWallClock } from '../runtime/wall-clock';
import type { IdempotentAnswers } from './idempotent-answers';

/** What every keeper of answers must do. */
export function idempotentAnswersContract(make: () => { answers: IdempotentAnswers; clock: HeldWallClock }): void {
  const id = (text: string) => text.padEnd(64, '0');

  it('lets the first of two calls go on, and answers the second as the first', async () => {
    const { answers } = make();
    const claims = await Promise.all([answers.claim(id('a'), id('r')), answers.claim(id('a'), id('r'))]);
    expect(claims).toContainEqual({ ok: true, value: undefined });
    expect(claims).toContainEqual({ ok: false, error: 'running' });
    await answers.keep(id('a'), { status: 201, body: '{"é":1}' });
    expect(await answers.claim(id('a'), id('r'))).toEqual({ ok: true, value: { status: 201, body: '{"é":1}' } });
    expect(await answers.claim(id('a'), id('other'))).toEqual({ ok: false, error: 'other-request' });
  });

  it('takes note of what was asked for at the end, where it was not known before', async () => {
    const { answers } = make();
    await answers.claim(id('e'), id('open'));
    expect(await answers.claim(id('e'), id('open'))).toEqual({ ok: false, error: 'running' });
    await answers.keep(id('e'), { status: 201, body: '{}' }, id('known'));
    expect(await answers.claim(id('e'), id('open'))).toEqual({ ok: false, error: 'other-request' });
    expect(await answers.claim(id('e'), id('known'))).toEqual({ ok: true, value: { status: 201, body: '{}' } });
  });

  it('lets a call that failed be made again', async () => {
    const { answers } = make();
    await answers.claim(id('b'), id('r'));
    await answers.release(id('b'));
    expect(await answers.claim(id('b'), id('r'))).toEqual({ ok: true, value: undefined });
  });

  it('forgets after a day, and what was killed on the way sooner', async () => {
    const { answers, clock } = make();
    await answers.claim(id('c'), id('r'));
    await answers.claim(id('d'), id('r'));
    await answers.keep(id('d'), { status: 200, body: '' });
    clock.advance(16 * 60_000);
    expect(await answers.claim(id('c'), id('r'))).toEqual({ ok: true, value: undefined });
    expect(await answers.claim(id('d'), id('r'))).toEqual({ ok: true, value: { status: 200, body: '' } });
    clock.advance(25 * 3_600_000);
    await answers.sweep();
    expect(await answers.claim(id('d'), id('r'))).toEqual({ ok: true, value: undefined });
  });
}
