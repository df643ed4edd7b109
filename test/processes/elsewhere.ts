/**
 * Files as they come from elsewhere, for tests: semicolons, decimal commas, `31.12.2025`, ja/nein, Latin-1, CRLF, and headers
 * that are no names.
 */
export const GERMAN_ROWS: readonly (readonly string[])[] = [
  ['0001', 'Müller & Söhne GmbH', 'Germany', '1.250.000,50', '31.12.2025', 'ja', 'Stammkunde'],
  ['0002', 'Zürich Werke AG', 'Switzerland', '2.000.000,00', '01.02.2024', 'nein', ''],
  ['0003', '"Nord"; Handel', 'Germany', '999.999,99', '15.06.2023', 'ja', ''],
  ['0004', 'Größe KG', 'Germany', '', '20.03.2022', 'nein', 'VIP'],
  ['0005', 'Bär GmbH', 'Germany', '3.400.000,00', '07.11.2021', 'nein', 'VIP|Export'],
  ['0006', 'Soleil SARL', 'France', '1.800.000,00', '30.09.2020', 'ja', ''],
  ['0007', 'Jäger OHG', 'Germany', '1.000.000,00', '02.01.2019', 'ja', ''],
  ['0008', 'Weiß e.K.', 'Germany', '1.000.000,01', '28.02.2018', 'nein', ''],
  ['0009', 'Østerbro ApS', 'Denmark', '450.000,00', '12.12.2017', 'nein', ''],
  ['0010', 'Käfer GmbH', 'Germany', '5.000,00', '05.05.2016', 'ja', 'Export'],
];

export const GERMAN_HEADER = ['Kd-Nr.', 'Firma', 'Country', 'Annual Spend (EUR)', 'Kunde seit', 'Newsletter', 'Tags'];

/** Rows 1, 5 and 8 are in Germany with a spend above 1,000,000; row 5 has the tag already. */
export const GERMAN_VIPS = ['0001', '0005', '0008'];

const cell = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of the German file, without its end. */
export const germanLine = (row: readonly string[]): string => row.map(cell).join(';');

/** The whole file as bytes: Latin-1, CRLF. */
export function germanFile(): Buffer {
  return Buffer.from([GERMAN_HEADER, ...GERMAN_ROWS].map(row => `${germanLine(row)}\r\n`).join(''), 'latin1');
}
