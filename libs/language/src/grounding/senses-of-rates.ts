/** What words say of amounts: what they are counted for one of, how often they come, and what is paid. */
export const SENSES_OF_RATES = [
  /** behind an amount: for a month */
  'perMonth',
  /** for a year */
  'perYear',
  /** for a week */
  'perWeek',
  /** for a quarter */
  'perQuarter',
  /** what is received for what is sold: where there is none, nothing is paid */
  'moneyWord',
  /** before what an amount is counted for one of: "per kilo", "a kilo", "vehicles/day" */
  'perWord',
  /** behind a rate: gross or net */
  'beforeTax',
  /** for a day */
  'perDay',
  /** names of amounts that are kept for a day, or for this year so far */
  'ofDay',
  'ofThisYear',
  'ofLastMonth',
  /** names of amounts that are kept for a month */
  'ofMonth',
  /** for a week */
  'ofWeek',
  /** for a quarter */
  'ofQuarter',
  /** for a year, as pay is */
  'ofYear',
] as const;
