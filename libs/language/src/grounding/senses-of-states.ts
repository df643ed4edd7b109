/** What words say of how things stand with what a field holds: whether it is there, allowed, over or still to come, and how good. */
export const SENSES_OF_STATES = [
  /** "more than permitted", "the allowed number": what a bound allows */
  'allowedWord',
  /** "starts with the code CA", "the digits 207": what kind of text is meant */
  'codeWord',
  /** "no service planned": what is to be done, and was not */
  'plannedWord',
  /** "the guard is there": of a thing, that there is one */
  'inPlace',
  /** "battery level not reported": that a value was put down */
  'putDown',
  /** "better than 10", "or worse": how good, whichever way numbers count it */
  'howGood',
  /** "1 (very good) to 5 (failing)": which end of a scale is the good one, and which the bad */
  'goodWord',
  'badWord',
  /** before whoever something belongs to */
  'ownedBy',
  /** names of whoever something belongs to */
  'ownerWord',
  /** a place in an order, of which the first is the best */
  'rankWord',
  /** "warranty still running": of a term, that it has not ended */
  'goesOn',
  /** "is due to expire", "about to run out": what leads to a verb of what is to come */
  'leadsToCome',
  /** "both states differ": of two, that they are not the same */
  'differing',
  /** "both states match": of two, that they are the same */
  'agreeing',
  /** "highly critical", "very severe": to a high degree */
  'highDegree',
  /** "maintenance date passed", "warranty over": behind a day, that it has come */
  'goneBy',
  /** "worth over 5000": what stands before an amount of money */
  'worthWord',
] as const;
