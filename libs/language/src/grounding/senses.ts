import { SENSES_OF_CHANGES } from './senses-of-changes';
import { SENSES_OF_RATES } from './senses-of-rates';
import { SENSES_OF_STATES } from './senses-of-states';

/**
 * What words and phrases can say where the grammar asks for it. Unlike roles, senses neither cut a text into pieces nor
 * keep a word from being a name or a value: they count only in the one place that looks for them, so that everyday words
 * ("left", "write", "monthly") may have one. Which words have them is said by the lexicons.
 */
export const SENSES = [
  // what somebody did so that a field holds something
  /** "left a note", "used a coupon": verbs for what then shows in a field */
  'leaves',
  /** participles of verbs that say no more than that something came to be there */
  'brought',
  /** the article of something not spoken of before */
  'indefinite',
  /** what counts one of a period: "a month", "eine Woche" */
  'single',
  /** before the field that something stands in */
  'inside',
  /** before a field that something is told of, where nothing need stand in it */
  'beside',
  /** behind a text: wherever in its field */
  'anywhere',
  /** between a verb of saying and what it says: "say about oil" */
  'topic',
  /** behind a text that a field has: where in it, "has AB at the start" */
  'atStart',
  'atEnd',
  /** behind a text that a field has: "has x7 in it" */
  'heldThere',
  /** between a text and the field that holds it: "x7 appears in the notes" */
  'occursIn',
  /** between a text and the field that does not: "x7 is not in the notes" */
  'absentFrom',
  /** said once more before the next text: "ends with X or with Y" */
  'withText',
  // which way a length of time lies
  /** "10 weeks in the past", "10 weeks old" */
  'behindNow',
  // amounts beside nothing
  /** more than nothing: "a positive balance" */
  'aboveNothing',
  /** anything but nothing: "a nonzero balance" */
  'notNothing',
  /** that what was to be done was: "completed", "passed" */
  'done',
  // absence
  /** labels that say something is not there: "VAT exempt" */
  'exempt',
  /** verbs that say of each thing named that it is not there: "missing a phone or an e-mail" */
  'lacking',
  /** something that is not known or not there, rather than 0 */
  'unknownWord',
  /** that it is nobody who does something */
  'nobody',
  /** before those that are left out: "ignore drafts" */
  'ignores',
  /** before those that are left as they are, with what says so behind them: "leave drafts alone" */
  'leavesBe',
  'untouched',
  /** behind all of them: but for some */
  'allBut',
  /** nouns for what is left out: "drop the exception for gifts" */
  'exceptionNoun',
  /** that something should have been among those named: "Aarhus is missing", "I forgot Aarhus" */
  'leftBehind',
  /** which end of a stretch of days is spoken of: "start in 2014", "let it end in 2020" */
  'rangeOpens',
  'rangeCloses',
  /** before what is done already: "on top of the tag, set …" */
  'onTopOf',
  /** that something may be so or not: "whether they are remote doesn't matter" */
  'noMatter',
  /** what opens a question within a sentence */
  'whetherWord',
  /** all places there are: "everywhere" */
  'everywhere',
  /** a verb with its denial, which then reaches over what follows: "aren't remote or in Sales" */
  'deniedVerb',
  /** behind what has not happened for long: nor at any other time */
  'orNever',
  /** verbs of costing: what costs nothing costs 0 */
  'costsWord',
  /** the number nought as a word */
  'zeroWord',
  /** what denies the value behind it: "speak no English" */
  'denyingArticle',
  // now, and what a label says of time
  /** how things stand, as records always say */
  'now',
  /** an order for all time to come, and of no record */
  'fromNowOn',
  /** dates that tell what was done last or what ended, never when something began */
  'passed',
  /** behind an amount of time: counted from today on */
  'aheadOfNow',
  /** verbs of coming to an end: of several days of a thing the one it ends on is meant */
  'comesToEnd',
  /** which place of all records something has: "the best five" */
  'ranked',
  /** behind the number something starts from: there is no upper end */
  'openUp',
  /** amounts of what nobody has taken yet */
  'remaining',
  /** amounts that somebody was given to take from */
  'granted',
  /** dates that usually lie ahead: ends, expiries, what is due */
  'ahead',
  /** an amount of time that something has gone on */
  'forTime',
  /** the word before "not" that makes it "not yet" */
  'laterWord',
  /** a bare denial */
  'denies',
  /** beside what is to be done still: "to be shipped" */
  'yetToBe',
  /** "could they | be tagged": before what is done to them */
  'passiveInfinitive',
  /** verbs in the present, of what has its day: on a weekday they mean the next ("starts on Monday") */
  'toCome',
  /** behind or before what was done: after the day promised, or not after it */
  'tooLate',
  'inTime',
  /** verbs for how long something went on: "took five days to ship" */
  'tookTime',
  /** a part of a whole: "half", "a third" */
  'share',
  /** a prefix that denies the value it stands before: "non-German" */
  'non',
  /** not quite, nobody knows how far: "hardly active" */
  'hardly',
  /** before a clause that is denied as a whole */
  'notTheCase',
  /** some of several, nobody knows which: "a few", "einige" */
  'someOf',
  /** behind an article: no more than one, "a single tag" */
  'lone',
  /** "one of the", before several of which one is meant */
  'oneOf',
  /** behind a length of time: spent where one works */
  'ofTenure',
  /** before days: at any time of them ("over Christmas") */
  'throughout',
  /** behind a day that "from" leads to: and at any time later */
  'fromThenOn',
  /** a day of the week or its end, as it comes every week */
  'everyWeek',
  /** half a year by its own name: "premier semestre" */
  'halfYear',
  /** between a number and its period: "two full years" */
  'wholePeriod',
  /** between the parts of a date, and between a general word and what it announces */
  'ofDate',
  /** the general word for a day that something has */
  'dateWord',
  /** behind a field, how much of it there is; between a field of days and its day; how much there is of a unit ("tonnage") */
  'headNoun',
  'scheduled',
  'measure',
  /** before tens of years of a life: "in their thirties" */
  'possessive',
  /** before what somebody wishes to be done: "would like", "it would be great if", "how about" */
  'opensOrder',
  /** of whoever writes: "our", "my" */
  'ours',
  /** comparing words that are only said of ages */
  'elderly',
  /** becoming so many years old */
  'turning',
  // how much of a whole job somebody works
  /** less than all of it */
  'partTime',
  /** half of it */
  'halfTime',
  /** all of it */
  'fullTime',
  /** names of numbers that say how much: "FTE" */
  'ofWholeJob',
  /** what is sold for less: "discounted orders" */
  'reduced',
  /** before what explains the words before it: "i.e." */
  'thatIs',
  // how numbers are bounded and summed
  /** before the end of a range: "up to just below 2000" */
  'barely',
  /** before a number that is not meant to be it exactly: "around 50", "in the region of 50" */
  'roughly',
  /** behind one: "50 or so" */
  'orSo',
  /** exceptions that leave the end of a range out */
  'notCounting',
  /** to an end, of ranges */
  'upTo',
  /** to an end, counted from today: "da qui a fine anno" */
  'fromNowTo',
  /** to where a limit is moved: "push it up to 2000" */
  'upDown',
  /** behind a comparison, before what is compared with */
  'than',
  /** behind what bounds an amount: that it does ("than the limit allows") */
  'permits',
  /** labels of amounts that are kept in 1,000,000,000 */
  'inBillions',
  /** in 1,000,000 */
  'inMillions',
  /** in 1,000 */
  'inThousands',
  /** behind a part in percent: taken off the price */
  'offPrice',
  /** before an amount that records are told by: "orders of 25k or more" */
  'ledAmount',
  /** what bounds an amount from above, said or in the name of a field */
  'upperBound',
  /** what bounds it from below */
  'lowerBound',
  /** what an amount is meant to come to */
  'aim',
  /** compared with what is taken over all: "above average" */
  'againstOthers',
  /** taken over all, said or in the name of a field */
  'average',
  /** all taken together */
  'sumTotal',
  /** the highest of all */
  'utmost',
  /** the lowest of all */
  'least',
  /** names of amounts that bound how many can be taken */
  'places',
  /** behind a share of all there may be: "90 % full", "80 % of capacity" */
  'filledTo',
  /** forms of a noun that something belongs to */
  'genitive',
  /** before what a list holds: "three different items" */
  'distinct',
  /** names of numbers as they were before: "previous salary" */
  'earlier',
  /** names of what something was bought for */
  'boughtFor',
  /** names of what something is worth by now */
  'worthNow',
  /** names of where something is: "city", "site" */
  'placeWord',
  /** names of where somebody lives or was born, rather than of where they work */
  'dwelling',
  /** names of what is kept of a licence, of letters or of a birth, not of the records themselves: "License state" */
  'elsewhere',
  /** one more record than the one looked at: "another", "ein anderer" */
  'anotherOne',
  /** before what belongs to those just named: "whose", "deren" */
  'whoseWord',
  /** verbs of speaking a language */
  'speaking',
  /** before what went on in the world at that time: "during", "while" */
  'meanwhile',
  /** names of who stands beside the record and has data of their own: "Manager", "Responsible technician" */
  'somebodyElse',
  /** where somebody was born or is a citizen: "born in", "Birthplace" */
  'origin',
  /** before a place that somebody comes from, wherever they are by now */
  'comesFrom',
  /** where a licence is from: "licensed in", "License state" */
  'licensed',
  /** where letters go: "mailed to", "Mailing city" */
  'mailed',
  /** the noun for where letters and parcels go */
  'addressWord',
  /** names of whoever pays, and of where they are: "Billing country" */
  'billed',
  /** names of where something goes: "Shipping country" */
  'destination',
  /** before a place, or behind it: where something goes */
  'headedTo',
  /** bare prepositions that lead to a place behind what is sent, and elsewhere to whatever a thing is done for: "to" */
  'toPlace',
  /** verbs of sending and going: "shipped", "on their way" */
  'sentOff',
  /** names of amounts that have been paid */
  'paidWord',
  /** names of numbers that count */
  'howMany',
  /** nouns that are a list and its name in one: "watchlist" */
  'listWord',
  // forms of words
  /** forms that say what has been done */
  'participle',
  /** words for what has come about, by which a day is spoken of: "who left" */
  'happened',
  /** endings of what came about, in the clause of those it came about for */
  'past',
  /** auxiliaries before what has come about */
  'perfect',
  /** behind or before a yes/no field: that it is so */
  'switchedOn',
  /** or not */
  'switchedOff',
  /** forms of nouns that say several are meant */
  'several',
  /** forms that say how something is, as no noun for records does */
  'adjectival',
  /** general nouns behind a value: "VIP status" */
  'standing',
  /** verbs that deny what they lead to: "who avoid telehealth" */
  'refuses',
  /** where something is, of no record in particular: "on board", "in place" */
  'placed',
  /** words of a label that ask what kind: "Ship type" */
  'kindWord',
  /** verbs that lead to what is said: "running firmware 1.0.2" */
  'gerund',
  /** words that only underline: "absolutely anyone" */
  'emphasis',
  /** one more kind of records, or one more thing to do */
  'plus',
  /** others than those just described: "plus the ones in Graz" */
  'theOnes',
  /** articles that begin one more clause about the same records: "und deren", "en welke" */
  'relativeWord',
  /** a stand-in for the noun */
  'onesWord',
  /** with an article before and an adjective behind they make what is said the most of all */
  'moreOrLess',
  /** the second word of a pair that says both: "tanto A como B" */
  'asWellAs',
  /** a little word that denies nothing in a clause with "unless" */
  'expletive',
  /** leads to what is said in the place of something: "no wait, make that high" */
  'makesThat',
  /** verbs of writing to or calling somebody, where somebody stands behind: "text the customer" */
  'reachesOut',
  /** opens a question about the world rather than about records: "who invented", "how do I" */
  'generalQuestion',
  /** praise for what was done: "good job", "that was quick" */
  'praise',
  /** a wish or a question about whoever answers: "keep it shorter", "who built you?" */
  'toAnswerer',
  /** behind a rule, opens a clause that asks for something else: "show me …", "don't wait for …" */
  'askedBesides',
  /** before one more thing that is asked for, in passing: "by the way", "while you're at it" */
  'byTheWay',
  /** what goes on around the desk or at home: "the next bus", "my mother" */
  'officeLife',
  /** opens a question that is answered by yes or no: "did", "ist", "est-ce que" */
  'opensWhether',
  /** before a number, asks for a sum: "how much is 20 dollars in euro" */
  'sumAsked',
  // what a request says besides
  /** what follows from what was said */
  'hence',
  /** what the request is for, in front of what is asked */
  'forPurpose',
  /** "the committee has asked us to": behind who wants it, before what is wanted */
  'bidsUs',
  /** "as discussed with …", "following our meeting, …": what went before, up to the comma */
  'asAgreed',
  /** before the word for a rule */
  'fresh',
  /** what is asked for, as a heading */
  'rule',
  /** between a name and what is called so */
  'equates',
  /** "that's wrong": a pronoun with its verb */
  'pointing',
  /** before those who were named before: "was going with them" */
  'companion',
  /** said of the records just described: "aux machines concernées" */
  'concerned',
  /** pronouns that point back at records */
  'such',
  /** pronouns that begin a clause about what was spoken of */
  'theyWord',
  /** verbs as they are listed, before which a pronoun stands that is their object: "les taguer" */
  'infinitive',
  /** pronouns before a verb of having, for what was spoken of: "que la tengan", "qui l'ont" */
  'hadBefore',
  /** the field an action is about, in its condition: "if it is missing" */
  'itWord',
  /** what follows from a condition: "codes with C- mean contractor" */
  'impliesSo',
  /** opens a follow-up that keeps the rule but for what it says then: "same thing but …" */
  'sameAgain',
  /** verbs that say of records what becomes of them: "should be set to" */
  'comesToBe',
  /** verbs of coming to be, of a field as well as of records */
  'becoming',
  /** verbs that tell where something goes, and order it only where it is there not yet: "go with", "goes to" */
  'goesAlong',
  /** orders that something is no more so, or is so from now on: "stop accepting patients" */
  'stopping',
  'starting',
  /** orders that somebody gets something from now on, or no more: "subscribe", "unsubscribe" */
  'enrolling',
  'withdrawing',
  /** verbs of which a particle far behind tells which of both: "sign … up" */
  'signing',
  /** behind an order: as was said ("tag them so") */
  'likeThat',
  /** how verbs end that say of records that something is so: "offers telehealth" */
  'verbForm',
  /** by what or how something happened: "came in by web" */
  'byMeans',
  /** before a verb that says what an amount is for: "30 minutes to answer" */
  'purpose',
  /** what then follows, of no record */
  'thenWord',
  /** what is added behind a comma, of records already described */
  'adding',
  /** verbs that part what a question asks to see from what it says */
  'auxiliary',
  /** verbs before what somebody thinks of it */
  'judging',
  // how much of something there was is gone
  /** verbs that leave nothing of an amount: "used up their leave" */
  'usesUp',
  /** verbs that leave nothing where all of it is meant: "taken all their leave" */
  'uses',
  // what is to be done
  /** between a verb and those it is done to: "email the customer" */
  'allTheirs',
  /** verbs of setting that may stand before a field nobody knows, or before a value without a joint */
  'setVerb',
  /** joints that lead to no value where settings are listed */
  'besideTo',
  /** putting something in a field: "write the hall in capitals", "no operator? enter X" */
  'writing',
  /** bringing what stands there into another form */
  'reshape',
  /** the records, where no field is named beside it */
  'themAlone',
  /** verbs that bring records from one state to another: "upgrade them to …" */
  'bringsTo',
  /** behind what somebody would like to see done: "gelöscht sehen", "gewist zien" */
  'seenDone',
  /** verbs that give somebody an office: "appoint X account manager" */
  'appointing',
  /** before the amount by which a limit moves, where it ends the words for the limit: "la limite de 5" */
  'byHow',
  /** verbs that may flag but are said of any tag: "marker som …" */
  'marking',
  /** verbs that say what records are to count as, a state or a tag: "mark them as cancelled" */
  'marksAs',
  /** behind a value and the name of its field, all that it is for: "high priority for every gift" */
  'forEach',
  /** that there is nothing of what was spoken of: "before 2025 or none" */
  'noneOfIt',
  /** behind a denial, that it is a whole one: "none at all" */
  'atAll',
  /** beyond a limit that was named before: "10 is fine, only above", "erst darüber" */
  'aboveIt',
  'belowIt',
  /** of a tag: "instead of putting it on", "removed, not added" */
  'putsOn',
  /** "let them in as well": a verb that takes in with its particle */
  'takesIn',
  /** "don't touch the status" */
  'touching',
  /** "lascia stare", "låt vara": leave it be */
  'letBe',
  /** what closes the name of a limit: "Gewichtsgrenze" is the one of a weight */
  'limitWord',
  /** which end of an allowed stretch: "the upper limit", "the floor" */
  'upperEnd',
  'lowerEnd',
  /** how much or how often, though not from where on: "earns a lot", "poorly rated", "heavily used" */
  'degreeWord',
  /** verbs that make a limit higher */
  'goingUp',
  /** verbs that make a limit lower */
  'goingDown',
  /** "goes on the watchlist", "belongs under X": what becomes of records, before what they are put on */
  'landsOn',
  /** before the tag that records are put under: "put … under the tag X" */
  'landsUnder',
  /** what leads to the state that something is brought to, and says of no place where it is */
  'towards',
  /** making a number nought, in one verb */
  'zeroing',
  /** before a reason: "giving "x" as the reason" */
  'reasonGiving',
  /** the article of several that are told from others */
  'theMany',
  /** before the text of a tag or a reason */
  'withWord',
  /** into the field that was said to be missing */
  'there',
  /** verbs of giving or taking part of a price */
  'takesOff',
  /** those of them behind which stands who gets it */
  'grants',
  /** what it is taken off */
  'priceNoun',
  /** behind something taken away */
  'again',
  /** verbs at the end of an order that only say that records are to have the tag before them: "sollen das Tag X tragen" */
  'hadAtEnd',
  /** before a verb that comes last: "mit X zu taggen", "te worden getagd" */
  'infinitiveMark',
  /** the verb of being where it comes last: "soll der Status X sein" */
  'beingAtEnd',
  /** a part of a verb of giving that ends its clause: "hänge ihnen den Tag X | an" */
  'addParticle',
  /** of what records need, where it ends the clause: "hebben de tag X | nodig" */
  'neededAtEnd',
  /** verbs of seeing to it that something is so: "stelle sicher, dass …" */
  'ensuring',
  /** verbs in a form of their own for what is to be done: "status sættes til X" */
  'passiveOrder',
  /** verbs of giving that lead to the tag with a preposition: "versieh sie mit dem Tag X" */
  'provides',
  /** behind a tag that is taken away, before those it is taken from */
  'endsRemoved',
  /** behind "as": the name given before: "tag them as such" */
  'suchName',
  /** the name given before: "tag it so", "tag those accordingly" */
  'likewise',
  /** calling something by a name */
  'naming',
  /** before a name for records: "we call it slow-payer" */
  'calling',
  /** who calls them so */
  'sayers',
  /** verbs before "as" and a name */
  'countsAs',
  /** before a name that is no value: "is a whale", "makes a big spender" */
  'isA',
  /** behind a tag, before those who get it: "add tag X to people hired …" */
  'receives',
  /** behind a tag, before those it is for */
  'forWord',
  /** before a name, and no part of it */
  'article',
  /** of records that have no tag at all */
  'tagless',
  /** taking a tag away, in one verb */
  'untags',
  /** before a field at whose edges something stands */
  'around',
  /** what is put in order may be numbers */
  'numerals',
  /** what a number format is about */
  'decimals',
  /** the comma by its name */
  'commaName',
  /** the point by its name */
  'pointName',
  /** behind a verb of copying: "copied over into" */
  'across',
  /** verbs for changing a part of what stands there: "change that bit to "b"" */
  'edits',
  /** a pronoun for what a text was said to hold */
  'thatPart',
  /** every place where a text stands */
  'eachOf',
  ...SENSES_OF_CHANGES,
  // checks
  /** that somebody or something did not get through: "failed the safety check" */
  'failing',
  /** that somebody or something got through, as fields are called by: "Safety check passed" */
  'passing',
  // numbers
  /** before a number below nought */
  'minusSign',
  // the order of Chinese and Japanese
  /** exceptions that are said behind what is left out */
  'behindExcepted',
  /** that something is not there, said behind it */
  'isLacking',
  /** asked for without a verb */
  'askedFor',
  /** between the noun for a tag and what it is called: "标签写“急”" */
  'writesName',
  /** behind a number, or between it and its unit: and some more */
  'andMore',
  /** between two that are compared, before or behind the second: "A比B高", "AよりBが高い" */
  'comparedWith',
  /** behind a stretch of time: so long ago, or longer: "90日以上前" */
  'longerAgo',
  /** before what something is so far away from */
  'awayFrom',
  /** behind the day up to which so much time is left */
  'upToDay',
  /** what an expiry is called by the end of its name, which says of records that it has come */
  'ranOut',
  /** beside a denial: what there was is there no more */
  'anyMore',
  /** a state that records hold of who has left */
  'goneState',
  /** ends an order that puts one thing in the place of another: "tagged present instead" */
  'inItsPlace',
  ...SENSES_OF_RATES,
  ...SENSES_OF_STATES,
] as const;

export type Sense = (typeof SENSES)[number];
