/** Control characters that texts are written with: tab, line ends, form feed, and escape in what terminals recorded. */
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g;

const MAGIC: readonly (readonly [start: string, what: string])[] = [
  ['PK\u0003\u0004', 'a workbook or an archive'],
  ['%PDF-', 'a PDF'],
];

/** What a file is that plainly is no text of ours, as a message; its first characters tell. */
export function foreignContent(head: string): string | undefined {
  const known = MAGIC.find(([start]) => head.startsWith(start));
  if (known) return `The file is ${known[1]}; save it as CSV and try again.`;
  // The byte order marks of UTF-16, as they look decoded as one of our encodings.
  const isMarked = /^(?:\u00ff\u00fe|\u00fe\u00ff|\udcff\udcfe|\udcfe\udcff)/.test(head);
  const start = head.slice(0, 1000);
  if (isMarked || start.split('\0').length > 1 + start.length / 4)
    return 'The file is UTF-16 or no text at all; save it as UTF-8 and try again.';
  // Of random bytes one in ten is a control character; a text has hardly any.
  const controls = start.match(CONTROL)?.length ?? 0;
  return controls > 2 + start.length / 25
    ? 'The file is no text: it is full of control characters. Records come as CSV, NDJSON or JSON.'
    : undefined;
}
