export type ImportFormat =
  { readonly ok: true; readonly contentType: string } | { readonly ok: false; readonly message: string };

const TYPES: { readonly [extension: string]: string } = {
  csv: 'text/csv',
  tsv: 'text/csv',
  txt: 'text/csv',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  json: 'application/json',
};

/** The content type a file is sent with, by the end of its name. */
export function importFormat(fileName: string): ImportFormat {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase();
  const contentType = extension === undefined ? undefined : TYPES[extension];
  if (contentType) return { ok: true, contentType };
  return {
    ok: false,
    message: `${fileName} is not a CSV, NDJSON or JSON file. Save it as one of these and try again.`,
  };
}

/** `Customers 2025.csv` → `customers-2025`: a name to begin with, that people may change. */
export function recordTypeNameFor(fileName: string): string {
  const name = fileName
    .replace(/\.[^.]+$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 64)
    .toLowerCase();
  return name === '' ? 'record' : name;
}
