/** What words say of a rule that is to be changed, and of what it holds. */
export const SENSES_OF_CHANGES = [
  /** what a clause about a day is called by: "the time part" */
  'timeWord',
  /** ends a clause whose verb takes something in: "tag Legal med", "nimm Wien mit rein" */
  'inParticle',
  /** records in which nothing stands: "also for blanks" */
  'blanksWord',
  /** before a comma: not as the rule has it */
  'replyNo',
  /** behind or before a limit: that very one */
  'itself',
  /** verbs of leaving something as it is: "keep only the hours" */
  'keeping',
  /** verbs for being among the records of a rule: "those that don't match" */
  'matchesIt',
  /** the records that a rule leaves: "all the other providers" */
  'otherOnes',
  /** pronouns for several records: "set them to …" */
  'themAll',
  /** verbs with such a pronoun at their end: "ponlos en …" */
  'themJoined',
  /** last of what is ordered: this as well */
  'alsoBehind',
  /** what is to hold besides: "they must be paid too" */
  'must',
  /** what records are to have: "they also need a fax number" */
  'mustHave',
  /** before what is to hold */
  'thatClause',
  /** a denial that is written as one with what a rule compares by: "not more than" */
  'notWord',
  /** before the name that answers a question for a tag: "call it rush" */
  'replyLead',
] as const;
