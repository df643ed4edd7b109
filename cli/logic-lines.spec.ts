import type { JsonValue } from '@lib/rules';
import fc from 'fast-check';
import { logicLines } from './logic-lines';

const GERMAN_VIP: JsonValue = {
  and: [
    { '==': [{ var: 'country' }, 'Germany'] },
    { and: [{ '!=': [{ var: 'annualRevenue' }, null] }, { '>': [{ var: 'annualRevenue' }, 1000000] }] },
  ],
};

describe('JSON-Logic on lines', () => {
  it('keeps a part on one line where it fits', () => {
    expect(logicLines({ '!': [{ var: 'email' }] }, 80)).toEqual(['{ "!": [{ "var": "email" }] }']);
    const lines = logicLines(GERMAN_VIP, 80);
    expect(lines[2]).toBe('    { "==": [{ "var": "country" }, "Germany"] },');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('is still the same JSON, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value =>
        expect(JSON.parse(logicLines(value as never, 30).join('\n'))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
  });
});
