import type { ByLanguage } from '../language';

/** The predicates, by their names in JSON-Logic. */
export type PredicateName =
  | 'isEmail'
  | 'isUrl'
  | 'isIp'
  | 'isUuid'
  | 'isIban'
  | 'isVatId'
  | 'isCard'
  | 'isGtin'
  | 'isIsoCountry'
  | 'isIsoCurrency'
  | 'isIsoLanguage'
  | 'isPhone'
  | 'isPostcode';

/** In which languages the predicates have words; elsewhere they are said in English. */
export type PredicateNouns = Required<
  Pick<ByLanguage<string>, 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'da' | 'zh' | 'ja'>
>;

/** What each predicate asks for, with the article where the language has one. */
export const PREDICATE_NOUNS: { readonly [name in PredicateName]: PredicateNouns } = {
  isEmail: {
    en: 'valid e-mail address',
    de: 'eine gültige E-Mail-Adresse',
    fr: 'une adresse e-mail valide',
    es: 'una dirección de correo válida',
    it: 'un indirizzo e-mail valido',
    pt: 'um endereço de e-mail válido',
    nl: 'een geldig e-mailadres',
    da: 'en gyldig e-mailadresse',
    zh: '有效的电子邮件地址',
    ja: '有効なメールアドレス',
  },
  isUrl: {
    en: 'valid web address',
    de: 'eine gültige Webadresse',
    fr: 'une adresse web valide',
    es: 'una dirección web válida',
    it: 'un indirizzo web valido',
    pt: 'um endereço web válido',
    nl: 'een geldig webadres',
    da: 'en gyldig webadresse',
    zh: '有效的网址',
    ja: '有効なURL',
  },
  isIp: {
    en: 'valid IP address',
    de: 'eine gültige IP-Adresse',
    fr: 'une adresse IP valide',
    es: 'una dirección IP válida',
    it: 'un indirizzo IP valido',
    pt: 'um endereço IP válido',
    nl: 'een geldig IP-adres',
    da: 'en gyldig IP-adresse',
    zh: '有效的IP地址',
    ja: '有効なIPアドレス',
  },
  isUuid: {
    en: 'valid UUID',
    de: 'eine gültige UUID',
    fr: 'un UUID valide',
    es: 'un UUID válido',
    it: 'un UUID valido',
    pt: 'um UUID válido',
    nl: 'een geldige UUID',
    da: 'et gyldigt UUID',
    zh: '有效的UUID',
    ja: '有効なUUID',
  },
  isIban: {
    en: 'valid IBAN',
    de: 'eine gültige IBAN',
    fr: 'un IBAN valide',
    es: 'un IBAN válido',
    it: 'un IBAN valido',
    pt: 'um IBAN válido',
    nl: 'een geldig IBAN',
    da: 'et gyldigt IBAN',
    zh: '有效的IBAN',
    ja: '有効なIBAN',
  },
  isVatId: {
    en: 'valid EU VAT number',
    de: 'eine gültige EU-Umsatzsteuernummer',
    fr: 'un numéro de TVA européen valide',
    es: 'un número de IVA europeo válido',
    it: 'una partita IVA europea valida',
    pt: 'um número de IVA europeu válido',
    nl: 'een geldig EU-btw-nummer',
    da: 'et gyldigt EU-momsnummer',
    zh: '有效的欧盟增值税号',
    ja: '有効なEU付加価値税番号',
  },
  isCard: {
    en: 'valid card number',
    de: 'eine gültige Kartennummer',
    fr: 'un numéro de carte valide',
    es: 'un número de tarjeta válido',
    it: 'un numero di carta valido',
    pt: 'um número de cartão válido',
    nl: 'een geldig kaartnummer',
    da: 'et gyldigt kortnummer',
    zh: '有效的卡号',
    ja: '有効なカード番号',
  },
  isGtin: {
    en: 'valid GTIN',
    de: 'eine gültige GTIN',
    fr: 'un GTIN valide',
    es: 'un GTIN válido',
    it: 'un GTIN valido',
    pt: 'um GTIN válido',
    nl: 'een geldige GTIN',
    da: 'et gyldigt GTIN',
    zh: '有效的GTIN',
    ja: '有効なGTIN',
  },
  isIsoCountry: {
    en: 'valid ISO country code',
    de: 'ein gültiger ISO-Ländercode',
    fr: 'un code pays ISO valide',
    es: 'un código de país ISO válido',
    it: 'un codice paese ISO valido',
    pt: 'um código de país ISO válido',
    nl: 'een geldige ISO-landcode',
    da: 'en gyldig ISO-landekode',
    zh: '有效的ISO国家代码',
    ja: '有効なISO国コード',
  },
  isIsoCurrency: {
    en: 'valid ISO currency code',
    de: 'ein gültiger ISO-Währungscode',
    fr: 'un code devise ISO valide',
    es: 'un código de moneda ISO válido',
    it: 'un codice valuta ISO valido',
    pt: 'um código de moeda ISO válido',
    nl: 'een geldige ISO-valutacode',
    da: 'en gyldig ISO-valutakode',
    zh: '有效的ISO货币代码',
    ja: '有効なISO通貨コード',
  },
  isIsoLanguage: {
    en: 'valid ISO language code',
    de: 'ein gültiger ISO-Sprachcode',
    fr: 'un code langue ISO valide',
    es: 'un código de idioma ISO válido',
    it: 'un codice lingua ISO valido',
    pt: 'um código de idioma ISO válido',
    nl: 'een geldige ISO-taalcode',
    da: 'en gyldig ISO-sprogkode',
    zh: '有效的ISO语言代码',
    ja: '有効なISO言語コード',
  },
  isPhone: {
    en: 'valid international phone number',
    de: 'eine gültige internationale Telefonnummer',
    fr: 'un numéro de téléphone international valide',
    es: 'un número de teléfono internacional válido',
    it: 'un numero di telefono internazionale valido',
    pt: 'um número de telefone internacional válido',
    nl: 'een geldig internationaal telefoonnummer',
    da: 'et gyldigt internationalt telefonnummer',
    zh: '有效的国际电话号码',
    ja: '有効な国際電話番号',
  },
  isPostcode: {
    en: 'valid postcode of',
    de: 'eine gültige Postleitzahl von',
    fr: 'un code postal valide de',
    es: 'un código postal válido de',
    it: 'un codice postale valido di',
    pt: 'um código postal válido de',
    nl: 'een geldige postcode van',
    da: 'et gyldigt postnummer i',
    zh: '有效的邮政编码，国家为',
    ja: '有効な郵便番号、国は',
  },
};
