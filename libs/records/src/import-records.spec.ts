import { importRecords, type ImportOptions } from './import-records';
import { compileReading } from './reading/compile-reading';

async function* once(text: string | Buffer): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text as string);
}

async function imported(text: string | Buffer, options: Partial<ImportOptions> = {}) {
  const result = await importRecords(once(text), { name: 'customer', ...options });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const GERMAN = Buffer.from(
  [
    'Kundennr.;Name;PLZ;Land;Umsatz (EUR);Anteil;Seit;Aktiv;Tags;Telefon',
    '0001;Müller GmbH;01067;Deutschland;1.234.567,50;12,5 %;31.12.2025;ja;VIP, neu;+49 30 1234567',
    '0002;"Weiß; Söhne";10115;Österreich;999,00;3 %;01.02.2024;nein;;+43 1 7654321',
    '0003;Léon;80331;;n/a;7 %;05.06.2023;ja;neu;030 555',
  ].join('\r\n'),
  'latin1',
);

describe('importRecords', () => {
  it('infers how a German file in Latin-1 is read', async () => {
    const { recordType, sample } = await imported(GERMAN);
    expect(recordType.fields.map(({ name, label, type, reading, unit }) => ({ name, label, type, reading, unit })))
      .toMatchInlineSnapshot(`
      [
        {
          "label": "Kundennr.",
          "name": "kundennr",
          "reading": {
            "type": "text",
          },
          "type": "text",
          "unit": undefined,
        },
        {
          "label": "Name",
          "name": "Name",
          "reading": {
            "type": "text",
          },
          "type": "text",
          "unit": undefined,
        },
        {
          "label": "PLZ",
          "name": "PLZ",
          "reading": {
            "type": "text",
          },
          "type": "text",
          "unit": undefined,
        },
        {
          "label": "Land",
          "name": "Land",
          "reading": {
            "type": "text",
          },
          "type": "text",
          "unit": undefined,
        },
        {
          "label": "Umsatz (EUR)",
          "name": "umsatz",
          "reading": {
            "decimalMark": ",",
            "emptyWords": [
              "n/a",
            ],
            "type": "number",
          },
          "type": "number",
          "unit": "EUR",
        },
        {
          "label": "Anteil",
          "name": "Anteil",
          "reading": {
            "decimalMark": ",",
            "type": "number",
            "unit": "%",
          },
          "type": "number",
          "unit": "%",
        },
        {
          "label": "Seit",
          "name": "Seit",
          "reading": {
            "dateFormat": "DD.MM.YYYY",
            "type": "date",
          },
          "type": "date",
          "unit": undefined,
        },
        {
          "label": "Aktiv",
          "name": "Aktiv",
          "reading": {
            "falseWords": [
              "nein",
            ],
            "trueWords": [
              "ja",
            ],
            "type": "boolean",
          },
          "type": "boolean",
          "unit": undefined,
        },
        {
          "label": "Tags",
          "name": "Tags",
          "reading": {
            "listSeparator": ",",
            "type": "list",
          },
          "type": "list",
          "unit": undefined,
        },
        {
          "label": "Telefon",
          "name": "Telefon",
          "reading": {
            "type": "text",
          },
          "type": "text",
          "unit": undefined,
        },
      ]
    `);
    expect(compileReading(recordType)(sample[0]!).record).toMatchInlineSnapshot(`
      {
        "Aktiv": true,
        "Anteil": 12.5,
        "Land": "Deutschland",
        "Name": "Müller GmbH",
        "PLZ": "01067",
        "Seit": "2025-12-31",
        "Tags": [
          "VIP",
          "neu",
        ],
        "Telefon": "+49 30 1234567",
        "kundennr": "0001",
        "umsatz": 1234567.5,
      }
    `);
    expect(recordType.key).toBe('kundennr');
  });
});
