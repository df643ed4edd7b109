import { columns, fit, table, visible, wrap } from './layout';

describe('text on a screen', () => {
  it('wraps at words, later lines indented', () => {
    expect(wrap('one two three four', 9, '  ')).toBe('one two\n  three\n  four');
  });

  it('counts East Asian letters twice and combining marks not at all', () => {
    expect(columns('東京')).toBe(4);
    expect(columns('e\u0301')).toBe(1);
    expect(fit('東京都庁', 5)).toBe('東京…');
  });

  it('lets no value repaint the screen', () => {
    expect(visible('a\u001b[31mb\u202ec')).toBe('a�[31mb�c');
    expect(visible('two\nlines')).toBe('two lines');
  });
});

describe('a table', () => {
  const heads = [{ title: 'id', firm: true }, { title: 'name' }, { title: 'n', align: 'right' as const, firm: true }];

  it('aligns its columns', () => {
    expect(
      table(
        heads,
        [
          ['C1', 'Ada', '5'],
          ['C22', 'Bo', '10'],
        ],
        80,
      ),
    ).toEqual(['id   name   n', 'C1   Ada    5', 'C22  Bo    10']);
  });

  it('is never wider than it may be', () => {
    const wide = table(heads, [['C1', 'x'.repeat(200), '5']], 40);
    for (const line of wide) expect(columns(line)).toBeLessThanOrEqual(40);
    expect(wide[1]).toMatch(/^C1 {2}x+… {2}5$/);
    const many = Array.from({ length: 20 }, (_, i) => ({ title: `column ${i}` }));
    for (const line of table(many, [many.map(() => 'value of it')], 80)) expect(columns(line)).toBeLessThanOrEqual(80);
  });
});
