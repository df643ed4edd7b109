const IDENTIFIER_PATH = /^[\p{L}_$][\p{L}\p{M}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{M}\p{N}_$]*)*$/u;
const WORD = /[\p{L}\p{M}\p{N}_$]+/gu;
const BRACKETED = /\s*[([]\s*([^()[\]]{1,12}?)\s*[)\]]\s*$/;

const UNITS =
  /^(?:[A-Z]{3}|[€$£¥₹₽₩₺%‰]|[kmcµ]?[gml]|t|lbs?|oz|kg|mg|km|cm|mm|m[²³23]|ha|ft|in|mi|yd|k?Wh?|MW|[kMG]?Hz|[kMGT]B|°?[CFK]|bar|V|A|h|hrs?|min|sec|ms|s|days?|d|Tage?|weeks?|months?|years?|yrs?|pcs|Stk\.?|Stück|T€|TEUR|k€|kEUR|Mio\.? ?€|Mio|Mrd|mn|bn|[kK]|m|€ ?\/ ?\w+)$/u;

/** Names no `var` path may go through: engines that follow prototypes would find something there. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** What a header says besides its name. */
export interface NamedHeader {
  /** A `var` path. */
  readonly name: string;
  /** A unit that stood in brackets (`Annual Spend (EUR)`). */
  readonly unit?: string;
}

/**
 * The field name of a header. A header that already is an identifier path stays as it is; of any other the words make
 * one, in camel case, letters of any script kept.
 */
export function nameOfHeader(header: string): NamedHeader {
  if (isFieldName(header)) return { name: header };
  const bracketed = BRACKETED.exec(header);
  const unit = bracketed && UNITS.test(bracketed[1]!) ? bracketed[1]! : undefined;
  const words = unit ? header.slice(0, bracketed!.index) : header;
  const name = words.includes('.') ? pathOf(words) : camelCase(words);
  return { name, ...(unit && { unit }) };
}

/** Whether a text is a field name as it is: identifier segments joined by dots. */
export function isFieldName(text: string): boolean {
  return text.length <= 200 && IDENTIFIER_PATH.test(text) && !text.split('.').some(step => RESERVED.has(step));
}

/** `address.zip code` is a path; in `No.` or `Art. Nr.` the dot only shortens a word. */
function pathOf(text: string): string {
  const steps = text.split('.');
  const isPath = steps.every(step => step.trim() !== '' && !/^\s|\s$/.test(step));
  return isPath && steps.length > 1 ? steps.map(camelCase).join('.') : camelCase(text);
}

/** The words of a text as one identifier segment. */
export function camelCase(text: string): string {
  const words = (text.normalize('NFC').replace(/['’]/g, '').match(WORD) ?? []).flatMap(word =>
    word.split('_').filter(part => part !== ''),
  );
  const joined = words
    .map((word, index) => {
      const plain = /^[\p{Lu}\p{N}]+$/u.test(word) ? word.toLowerCase() : word;
      const [first = ''] = plain;
      return (index === 0 ? first.toLowerCase() : first.toUpperCase()) + plain.slice(first.length);
    })
    .join('')
    .slice(0, 100);
  if (joined === '') return 'field';
  return /^[\p{L}_$]/u.test(joined) && !RESERVED.has(joined) ? joined : `_${joined}`;
}

/**
 * One distinct name per header. Headers that are names keep them; others give way. A name that is the beginning of
 * another's path (`address`, `address.city`) would need a value that is text and object at once, so the path is folded.
 */
export function nameHeaders(headers: readonly string[], taken: Iterable<string> = []): readonly NamedHeader[] {
  const used = new Set(taken);
  const prefixes = new Set<string>();
  for (const name of used) addPrefixes(prefixes, name);
  const leaves = new Set([...used, ...headers.filter(header => isFieldName(header))]);
  const counted = new Map<string, number>();
  const named = new Array<NamedHeader | undefined>(headers.length);
  const give = (index: number, found: NamedHeader): void => {
    let base = steps(found.name).some(prefix => leaves.has(prefix) || used.has(prefix))
      ? camelCase(found.name.replaceAll('.', ' '))
      : found.name;
    if ((used.has(base) || prefixes.has(base)) && found.unit) base = camelCase(`${base} ${found.unit}`);
    let name = base;
    // Where counting goes on: thousands of headers may all be called the same.
    let count = counted.get(base) ?? 2;
    for (; used.has(name) || prefixes.has(name); count += 1) name = `${base}${count}`;
    counted.set(base, count);
    used.add(name);
    addPrefixes(prefixes, name);
    named[index] = { ...found, name };
  };
  const byItself = headers.map(header => isFieldName(header));
  for (const [index, header] of headers.entries()) if (byItself[index]) give(index, { name: header });
  for (const [index, header] of headers.entries()) if (!byItself[index]) give(index, nameOfHeader(header));
  return named.map(found => found!);
}

function steps(name: string): readonly string[] {
  const found: string[] = [];
  for (let at = name.indexOf('.'); at >= 0; at = name.indexOf('.', at + 1)) found.push(name.slice(0, at));
  return found;
}

function addPrefixes(prefixes: Set<string>, name: string): void {
  for (const prefix of steps(name)) prefixes.add(prefix);
}
