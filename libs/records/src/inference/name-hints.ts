import { camelCase } from './field-name';

/** The words of a header or path, lower case. */
export function wordsOf(label: string): readonly string[] {
  return label
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => word !== '');
}

const IDENTIFIER_WORDS = new Set(
  (
    'id ids uid uuid guid key code codes zip zipcode postcode postal plz cp cap phone telephone telefon tel fax mobile mobil ' +
    'handy cell sku ean gtin upc isbn issn iban bic swift vat vatid ust ustid ssn npi ein tin duns siret siren nif cif ' +
    'serial version account konto kontonummer kundennummer artikelnummer rechnungsnummer personalnummer identifier ' +
    'bankleitzahl blz teléfono telefono téléphone móvil postnummer postleitzahl matricule referenz reference ref barcode'
  ).split(' '),
);
const NUMBER_WORDS = new Set(['no', 'nr', 'number', 'nummer', 'num', 'numéro', 'número', 'numero', 'nº', 'n°', '#']);

/** Whether a header says that digits are a name, not a quantity: `zip`, `customerId`, `Phone`, `Order No.`. */
export function namesIdentifier(label: string): boolean {
  const words = wordsOf(
    label
      .split('.')
      .filter(step => step !== '')
      .at(-1) ?? label,
  );
  const all = words.length === 0 ? wordsOf(label) : words;
  const last = all.at(-1) ?? '';
  if (NUMBER_WORDS.has(last) && !/^(?:anzahl|count)$/.test(all[0] ?? '')) return true;
  if (/(?:nummer|nr|plz)$/.test(last) && last.length > 3) return true;
  const isIdentifier = all.some(word => IDENTIFIER_WORDS.has(word));
  const isQuantity = /^(?:count|total|amount|balance|sum|avg|average|value|rate|age|anzahl|saldo|manager|revenue)$/;
  return isIdentifier && !isQuantity.test(last);
}

const FLAG_WORDS =
  /^(?:is|has|can|flag|active|aktiv|actif|activo|enabled|disabled|valid|gültig|verified|subscribed|newsletter|optin|opt|consent|deleted|blocked|gesperrt|paid|bezahlt|approved|discontinued|vip)$/;

/** Whether a header says that its values are yes or no. */
export function namesFlag(label: string): boolean {
  return wordsOf(label).some(word => FLAG_WORDS.test(word));
}

const LIST_WORDS =
  /^(?:tags?|labels?|keywords?|categories|kategorien|schlagw(?:ö|oe)rter|stichw(?:ö|oe)rter|etiketten|étiquettes|etiquetas|interests|interessen|skills|roles|groups|gruppen|languages|features|topics|themen|hobbies|segments|channels|certifications|allergens|colou?rs|sizes|materials)$/;

/** Whether a header says that a value holds several. */
export function namesList(label: string): boolean {
  return LIST_WORDS.test(wordsOf(label).at(-1) ?? '');
}

/** Whether a header says that values are days. */
export function namesDate(label: string): boolean {
  return wordsOf(label).some(word =>
    /^(?:dates?|datum|fecha|data|jour|day|tag|since|until|born|birthday|dob|geburtsdatum|seit|bis)$/.test(word),
  );
}

const PERSONAL =
  /^(?:e ?mails?|mail address|e mail adresse|phone|telephone|telefon|tel|mobile|mobil|handy|fax|iban|ssn|birth ?day|birth ?date|date of birth|dob|geburtsdatum|first ?name|last ?name|sur ?name|given ?name|family ?name|full ?name|vorname|nachname|nom|prénom|apellidos?|passport|street|stra(?:ß|ss)e|salary|gehalt)\b/;

/** Whether a header says that values are about a person, to be masked unless someone may see them. */
export function namesPersonal(label: string): boolean {
  const words = wordsOf(label);
  return words.some((_, index) => PERSONAL.test(words.slice(index).join(' ')));
}

/** How likely a header names the key of its records; 0 says nothing. */
export function namesKey(label: string, recordType: string): number {
  const name = camelCase(label).toLowerCase();
  const type = camelCase(recordType).toLowerCase();
  if (name === 'id' || name === `${type}id` || name === `${type}_id`.replace('_', '')) return 3;
  if (/^(?:uuid|guid|key|npi|sku|ean|gtin)$/.test(name) || name === `${type}no` || name === `${type}number`) return 2;
  return namesIdentifier(label) ? 1 : 0;
}
