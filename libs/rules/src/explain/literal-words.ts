/** A number with its thousands grouped; one JavaScript writes with an exponent stays as it is. */
export function groupedNumber(value: number, group: string, decimal: string): string {
  const written = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(written)) return written;
  const [whole = '', fraction] = written.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}

/** A text in straight quotes, as it stands; one that has such quotes itself in curly ones, so that nothing needs escaping. */
export function quotedText(text: string): string {
  if (!text.includes('"')) return `"${text}"`;
  return /[“”]/.test(text) ? JSON.stringify(text) : `“${text}”`;
}
