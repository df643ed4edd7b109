/** Marks that are dropped; the voicing marks of kana tell words apart and stay. */
const COMBINING = /(?:(?![\u3099\u309A])\p{M})+/gu;
const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  '’': "'",
  '‘': "'",
};

/** Writing that needs no more than lower case. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Text as the linker compares it: compatibility form, lower case, no diacritics, straight apostrophes. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const plain = text.replace(/≠/g, '!=').normalize('NFKD').replace(COMBINING, '').toLowerCase();
  // NFKD takes Hangul and kana voicing apart as well; putting it together again keeps those comparable.
  return plain.replace(/[ßøæœłđı’‘]/g, character => SPECIAL[character] ?? character).normalize('NFC');
}

/** The words of an identifier or label: `annualRevenue`, `hire_date`, `address.city` and `Annual Spend (EUR)` alike. */
export function wordsOf(name: string): readonly string[] {
  const spaced = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}%#]+/gu, ' ');
  return fold(spaced)
    .split(' ')
    .filter(word => word !== '');
}
