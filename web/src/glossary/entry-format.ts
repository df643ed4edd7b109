const TYPES: { readonly [extension: string]: string } = {
  csv: 'text/csv',
  tsv: 'text/csv',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
};

/** The content type a file of entries is sent with, by the end of its name: a line an entry where that says nothing else. */
export function entryContentType(fileName: string): string {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return TYPES[extension] ?? 'text/plain';
}
