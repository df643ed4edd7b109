import * as jsonLogic from 'json-logic-js';
import { registerOperators } from '../json-logic/register-operators';
import type { JsonLogic, JsonValue } from '../model/json';
import { Run } from '../model/run';
import { compileLogic } from './compile-logic';
import { guarded } from './guarded';

// One test per line of libs/rules/DEVIATIONS.md. Where the reference's answer is harmless it is asserted too.

const CLOCK = { now: '2026-01-15T00:00:00.000Z', timeZone: 'UTC' };
registerOperators(jsonLogic, () => CLOCK);

const ours = (logic: JsonLogic, data: unknown = {}): unknown =>
  guarded(CLOCK, run => compileLogic(logic, '/condition')(data, run));
const theirs = (logic: JsonLogic, data: unknown = {}): unknown => jsonLogic.apply(logic as never, data);
const value = (expected: unknown): unknown => ({ ok: true, value: expected });
const stopped = (code: string): unknown => ({ ok: false, error: expect.objectContaining({ code }) });

describe('own properties', () => {
  it('are all a path sees', () => {
    expect(theirs({ '!!': [{ var: 'toString' }] })).toBe(true);
    expect(ours({ '!!': [{ var: 'toString' }] })).toEqual(value(false));
    expect(ours({ var: 'constructor.constructor' })).toEqual(value(null));
    expect(ours({ var: ['__proto__', 'none'] })).toEqual(value('none'));
    expect(ours({ missing: ['constructor'] })).toEqual(value(['constructor']));
  });

  it('may be called like a prototype and are then plain data', () => {
    expect(ours({ var: '__proto__' }, JSON.parse('{"__proto__":5}'))).toEqual(value(5));
  });
});

describe('data', () => {
  it('is never evaluated as logic', () => {
    const record = { names: [{ cat: ['a', 'b'] }], ab: 1 };
    expect(theirs({ missing: { var: 'names' } }, record)).toEqual([]);
    expect(ours({ missing: { var: 'names' } }, record)).toEqual(value([{ cat: ['a', 'b'] }]));
  });

  it('is never called', () => {
    const record = { x: { toString: 1, valueOf: 2 }, y: { indexOf: 1, length: 1 } };
    expect(() => theirs({ cat: [{ var: 'x' }] }, record)).toThrow(TypeError);
    expect(ours({ cat: [{ var: 'x' }] }, record)).toEqual(value('[object Object]'));
    expect(() => theirs({ in: ['a', { var: 'y' }] }, record)).toThrow(TypeError);
    expect(ours({ in: ['a', { var: 'y' }] }, record)).toEqual(value(false));
  });
});

describe('budgets', () => {
  const list = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

  it('end a compute bomb', () => {
    const nested: JsonLogic = { map: [list(1_000), { map: [list(1_000), { map: [list(1_000), 1] }] }] };
    expect(ours(nested)).toEqual(stopped('too-many-steps'));
  });

  it('end lists and texts that double', () => {
    const doubling = (operator: string, initial: JsonValue): JsonLogic => ({
      reduce: [list(40), { [operator]: [{ var: 'accumulator' }, { var: 'accumulator' }] }, initial],
    });
    expect(ours(doubling('merge', [1]))).toEqual(stopped('too-much-output'));
    expect(ours(doubling('cat', 'x'))).toEqual(stopped('too-much-output'));
  });

  it('end lists that hold themselves twice once they are read as text', () => {
    const twice: JsonLogic = { reduce: [list(60), [{ var: 'accumulator' }, { var: 'accumulator' }], 'x'] };
    expect(ours({ cat: [twice] })).toMatchObject({ ok: false });
    expect(ours({ '==': [twice, 'x'] })).toMatchObject({ ok: false });
  });

  it('end reading a list nested beyond reason', () => {
    let deep: JsonValue = 'x';
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(ours({ '==': [{ var: 'x' }, 'x'] }, { x: deep })).toEqual(stopped('too-deep'));
    expect(ours({ contains: [{ var: 'x' }, 'x'] }, { x: deep })).toMatchObject({ ok: false });
  });

  it('charge texts by their length inside iterators', () => {
    const logic: JsonLogic = { some: [{ var: 'l' }, { contains: ['x'.repeat(50_000), { var: '' }] }] };
    expect(ours(logic, { l: list(100_000).map(String) })).toEqual(stopped('too-many-steps'));
  });

  it('say where in the rule it was', () => {
    const logic: JsonLogic = { and: [true, { map: [{ var: 'l' }, { map: [{ var: '' }, 1] }] }] };
    const run = guarded(CLOCK, inner => compileLogic(logic, '/condition')({ l: [list(20)] }, inner), {
      steps: 10,
      output: 10,
    });
    expect(run).toMatchObject({ ok: false, error: { at: expect.stringMatching(/^\/condition\/and\/1/) } });
  });
});

it('log prints nothing', () => {
  const print = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  expect(ours({ log: 'x' })).toEqual(value('x'));
  expect(print).not.toHaveBeenCalled();
});

describe('matches', () => {
  it('is RE2: linear, and the dot stops at line feeds only', () => {
    expect(ours({ matches: ['a'.repeat(30_000) + 'b', '(a+)+$'] })).toEqual(value(false));
    expect(ours({ matches: ['a\rb', 'a.b'] })).toEqual(value(true));
  });

  it('is stopped by an expression RE2 does not have', () => {
    expect(ours({ matches: ['x', { cat: ['(?=', 'x)'] }] })).toEqual(stopped('bad-pattern'));
  });
});

it('a text in a date field that is no ISO date is below and above nothing', () => {
  const logic: JsonLogic = { '>': [{ var: 'd' }, '2024-01-01'] };
  expect(theirs(logic, { d: 'unknown' })).toBe(true);
  expect(compileLogic(logic, '', new Set(['d']))({ d: 'unknown' }, new Run(CLOCK))).toBe(false);
});

it('unknown operators end in an error for the record, dotted ones too', () => {
  for (const operator of ['constructor', '__proto__', 'hasOwnProperty', 'cat.constructor', 'method']) {
    const logic = JSON.parse(`{${JSON.stringify(operator)}:["x"]}`) as JsonLogic;
    expect(ours(logic)).toEqual(stopped('unknown-operator'));
  }
});

it('long lists stay whole where the reference spreads them over arguments', () => {
  const values = Array.from({ length: 90_000 }, (_, i) => i);
  expect(ours({ max: values })).toEqual(value(89_999));
});
