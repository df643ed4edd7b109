/** One country as systems really spell it: how it should be, and what people typed instead. */
export interface SampleCountry {
  readonly code: string;
  readonly dial: string;
  readonly spellings: readonly (readonly [string, number])[];
  readonly cities: readonly string[];
  readonly forms: readonly string[];
  readonly domain: string;
  readonly vatDigits: number;
}

const country = (
  code: string,
  dial: string,
  domain: string,
  vatDigits: number,
  spellings: readonly (readonly [string, number])[],
  cities: readonly string[],
  forms: readonly string[],
): SampleCountry => ({ code, dial, domain, vatDigits, spellings, cities, forms });

export const COUNTRIES: readonly (readonly [SampleCountry, number])[] = [
  [
    country(
      'DE',
      '+49',
      'de',
      9,
      [
        ['Germany', 82],
        ['germany', 7],
        ['DE', 5],
        ['Deutschland', 4],
        ['GERMANY', 2],
      ],
      ['Berlin', 'Munich', 'Hamburg', 'Cologne', 'Frankfurt', 'Stuttgart', 'Leipzig'],
      ['GmbH', 'AG', 'GmbH & Co. KG', 'KG'],
    ),
    24,
  ],
  [
    country(
      'US',
      '+1',
      'com',
      0,
      [
        ['United States', 78],
        ['USA', 14],
        ['US', 5],
        ['united states', 3],
      ],
      ['New York', 'Chicago', 'Austin', 'Seattle', 'Boston', 'Denver'],
      ['Inc.', 'LLC', 'Corp.'],
    ),
    18,
  ],
  [
    country(
      'GB',
      '+44',
      'co.uk',
      9,
      [
        ['United Kingdom', 78],
        ['UK', 13],
        ['GB', 4],
        ['Great Britain', 5],
      ],
      ['London', 'Manchester', 'Leeds', 'Bristol', 'Edinburgh'],
      ['Ltd', 'plc', 'LLP'],
    ),
    14,
  ],
  [
    country(
      'FR',
      '+33',
      'fr',
      11,
      [
        ['France', 92],
        ['FRANCE', 4],
        ['FR', 4],
      ],
      ['Paris', 'Lyon', 'Marseille', 'Toulouse', 'Lille'],
      ['SA', 'SARL', 'SAS'],
    ),
    12,
  ],
  [
    country(
      'NL',
      '+31',
      'nl',
      9,
      [
        ['Netherlands', 88],
        ['The Netherlands', 8],
        ['NL', 4],
      ],
      ['Amsterdam', 'Rotterdam', 'Utrecht', 'Eindhoven'],
      ['B.V.', 'N.V.'],
    ),
    8,
  ],
  [
    country(
      'IT',
      '+39',
      'it',
      11,
      [
        ['Italy', 93],
        ['Italia', 5],
        ['IT', 2],
      ],
      ['Milan', 'Rome', 'Turin', 'Bologna'],
      ['S.p.A.', 'S.r.l.'],
    ),
    7,
  ],
  [
    country(
      'ES',
      '+34',
      'es',
      9,
      [
        ['Spain', 94],
        ['España', 4],
        ['ES', 2],
      ],
      ['Madrid', 'Barcelona', 'Valencia', 'Seville'],
      ['S.A.', 'S.L.'],
    ),
    7,
  ],
  [
    country(
      'AT',
      '+43',
      'at',
      8,
      [
        ['Austria', 95],
        ['AT', 5],
      ],
      ['Vienna', 'Graz', 'Linz', 'Salzburg'],
      ['GmbH', 'AG'],
    ),
    5,
  ],
  [
    country(
      'CH',
      '+41',
      'ch',
      9,
      [
        ['Switzerland', 92],
        ['CH', 8],
      ],
      ['Zurich', 'Geneva', 'Basel', 'Bern'],
      ['AG', 'GmbH', 'SA'],
    ),
    5,
  ],
  [
    country(
      'SE',
      '+46',
      'se',
      12,
      [
        ['Sweden', 96],
        ['sweden', 4],
      ],
      ['Stockholm', 'Gothenburg', 'Malmö'],
      ['AB'],
    ),
    5,
  ],
  [
    country(
      'DK',
      '+45',
      'dk',
      8,
      [
        ['Denmark', 96],
        ['DK', 4],
      ],
      ['Copenhagen', 'Aarhus', 'Odense'],
      ['A/S', 'ApS'],
    ),
    4,
  ],
  [
    country(
      'PL',
      '+48',
      'pl',
      10,
      [
        ['Poland', 97],
        ['PL', 3],
      ],
      ['Warsaw', 'Kraków', 'Wrocław', 'Gdańsk'],
      ['Sp. z o.o.', 'S.A.'],
    ),
    4,
  ],
  [
    country(
      'JP',
      '+81',
      'co.jp',
      0,
      [
        ['Japan', 98],
        ['JP', 2],
      ],
      ['Tokyo', 'Osaka', 'Nagoya'],
      ['K.K.'],
    ),
    3,
  ],
];
