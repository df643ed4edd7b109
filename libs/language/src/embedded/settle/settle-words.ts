import { withAddressKinds } from './address-kinds';
import { withAllBut } from './all-but';
import { withBracketedFields } from './bracketed-fields';
import { withBracketedValues } from './bracketed-values';
import { withCodedNumbers } from './coded-numbers';
import { withCodedRanges } from './coded-ranges';
import { withCodedWords } from './coded-words';
import { withSoughtNames } from '../conditions/texts/sought-texts';
import { withCostsOf } from './costs-of';
import { withDateWords } from './date-words';
import { withDeedsDone } from './deeds-done';
import { withDegrees } from './degrees';
import { withDegreesOfNumbers } from './degrees-of-numbers';
import { withDeniedComparatives } from './denied-comparatives';
import { withDescribedWords } from './described-words';
import { withDoneWords } from './done-words';
import { withoutExpletives } from './expletives';
import { withEndsInClauses } from './ends-in-clauses';
import { withFailedChecks } from './failed-checks';
import { withFieldsQuoted } from './fields-quoted';
import { withHeadNouns } from './head-nouns';
import { withInclusiveDays } from './inclusive-days';
import { withKeptPeriods } from './kept-periods';
import { withoutLeads } from './leading-to-come';
import { withKeptYears } from './kept-years';
import { withLeftBeforeAmount } from './left-before-amount';
import { withLimitsApart } from './limits-apart';
import { withMeansOfDeeds } from './means-of-deeds';
import { withMoreThanOthers } from './more-than-others';
import { withMisspeltValues } from './misspelt-values';
import { withMoneyMissing } from './money-missing';
import { withMonthsAhead, withWeekdays } from './months-ahead';
import { withNorsApart } from './nors-apart';
import { withNamesBegun } from './names-begun';
import { withNamesOfTags } from './names-of-tags';
import { withNounsForTags } from './nouns-for-tags';
import { withNounsOfValues } from './nouns-of-values';
import { withOfficesNamed } from './offices-named';
import { withOwnNames } from './own-names';
import { withOwnersMeant } from './owned-by';
import { withOwnersOfFields } from './owners-of-fields';
import { withPaidByMeans } from './paid-by-means';
import { withPaidNothing } from './paid-nothing';
import { withPairedFields } from './paired-fields';
import { withPartedNames } from './parted-names';
import { withPairedWords } from './paired-words';
import { withPassivesTurned } from './passives-turned';
import { withPeoples } from './peoples';
import { withPeriodsBehind } from './periods-behind';
import { withPrefixedDenials } from './prefixed-denials';
import { withRankedAmounts } from './ranked-amounts';
import { withRatiosSaid } from './ratios-said';
import { withRecordsLeftOut } from './records-left-out';
import { withRoughAmounts } from './rough-amounts';
import { withRunningTerms } from './running-terms';
import { withSettledFields } from './settled-fields';
import { withSharedYears } from './shared-years';
import { withSignsNamed } from './signs-named';
import { withWholeComparatives } from './split-comparatives';
import { superlatives } from './superlatives';
import { withToldAmounts } from './told-amounts';
import { withFieldsByAmounts } from './told-by-amounts';
import { withTagPointedAt, withTagsStated } from './tag-pointed-at';
import { withTagsDeclared } from './tags-declared';
import { withTwinDates } from './twin-dates';
import { withUntoldDates } from './untold-dates';
import { withValuesAsFields } from './values-as-fields';
import { withWomen } from './women';
import type { Chunk, Grounding } from '../../grounding/link-words';

/** Puts right what some words mean beside others; `today` is an ISO date. */
type Step = (chunks: readonly Chunk[], grounding: Grounding, today: string) => readonly Chunk[];

/** One matter each. A step reads what those before it have settled, so that their order counts. */
const STEPS: readonly Step[] = [
  withFieldsQuoted,
  withNamesOfTags,
  withNamesBegun,
  withRoughAmounts,
  withInclusiveDays,
  withKeptYears,
  withRatiosSaid,
  withPrefixedDenials,
  withNounsForTags,
  withNorsApart,
  withDescribedWords,
  withDegrees,
  withMisspeltValues,
  withCodedNumbers,
  withCodedRanges,
  withBracketedFields,
  withRunningTerms,
  withRankedAmounts,
  withoutLeads,
  withPairedWords,
  withLimitsApart,
  withMoreThanOthers,
  withDoneWords,
  withPartedNames,
  withDeedsDone,
  withMeansOfDeeds,
  withOfficesNamed,
  withValuesAsFields,
  withLeftBeforeAmount,
  withSignsNamed,
  withBracketedValues,
  withPeoples,
  withFailedChecks,
  withDeniedComparatives,
  withCodedWords,
  withSoughtNames,
  withAddressKinds,
  withWomen,
  withWholeComparatives,
  withPairedFields,
  withOwnersMeant,
  withOwnersOfFields,
  withOwnNames,
  withNounsOfValues,
  withHeadNouns,
  withEndsInClauses,
  withDateWords,
  withSharedYears,
  withSettledFields,
  withFieldsByAmounts,
  withCostsOf,
  withMoneyMissing,
  withPaidNothing,
  withPaidByMeans,
  withKeptPeriods,
  withDegreesOfNumbers,
  withWeekdays,
  (chunks, _, today) => withMonthsAhead(chunks, today),
  withPeriodsBehind,
  withTwinDates,
  withUntoldDates,
  withToldAmounts,
  withAllBut,
  withRecordsLeftOut,
  withoutExpletives,
  superlatives,
  withPassivesTurned,
  withTagPointedAt,
  withTagsStated,
  withTagsDeclared,
];

/** What the words of a request mean beside each other, before anything is read from them. */
export const settleWords: Step = (chunks, grounding, today) =>
  STEPS.reduce((settled, step) => step(settled, grounding, today), chunks);
