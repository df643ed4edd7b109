// One currency sign or code (ISO 4217: three capitals) may stand before or after.
const CURRENCY_BEFORE = /^(?:\p{Sc}|[A-Z]{3}(?=[\s\d-]))\s*/u;
const CURRENCY_AFTER = /\s*(?:\p{Sc}|[A-Z]{3})$/u;
// Thousands stand in threes, all apart in the same way: by the other mark, a blank of any kind, or an apostrophe.
const BODY: { readonly [mark in '.' | ',']: RegExp } = {
  '.': /^(\d{1,3}(?:([,'’ \u00a0\u2009\u202f])\d{3}(?:\2\d{3})*)?|\d+)(?:\.(\d+))?$/u,
  ',': /^(\d{1,3}(?:([.'’ \u00a0\u2009\u202f])\d{3}(?:\2\d{3})*)?|\d+)(?:,(\d+))?$/u,
};

/**
 * The number a text holds, written plainly (`-1234.5`); undefined where it holds none. Leading zeros and a leading plus
 * are the shape of identifiers and telephone numbers, so such texts are no numbers.
 */
export function plainNumber(text: string, decimalMark: '.' | ','): string | undefined {
  const bare = text.trim().replace(CURRENCY_BEFORE, '').replace(CURRENCY_AFTER, '');
  const negative = /^[-−]/.test(bare);
  const found = BODY[decimalMark].exec(negative ? bare.slice(1).replace(CURRENCY_BEFORE, '') : bare);
  const whole = found?.[1]?.replace(/\D/g, '');
  if (whole === undefined || /^0\d/.test(whole)) return undefined;
  return `${negative ? '-' : ''}${whole}${found?.[3] === undefined ? '' : `.${found[3]}`}`;
}
