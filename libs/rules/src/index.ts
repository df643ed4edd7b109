export * from './model/action';
export {
  type ActionContext,
  type ActionParameter,
  type ActionRow,
  type Effect,
  type ParameterKind,
} from './model/action-row';
export { fieldsReadBy, fieldsWrittenBy } from './model/action-fields';
export { ACTIONS, findAction } from './model/action-table';
export { FLAGS_FIELD } from './model/actions/tag-actions';
export * from './model/clock';
export * from './model/condition';
export { dateFormat, type DateFormat, type DateParts, isoDate, isoDatetime, isReal } from './model/date-format';
export { describedTable, type EntryTable, EntryTableBuilder, entriesOf, hasEntry } from './model/entry-table';
export * from './model/glossary';
export * from './model/json';
export { jsonEqual } from './model/json-equal';
export * from './model/language';
export {
  type NullBehaviour,
  type OperandType,
  type OperatorFamily,
  type OperatorRow,
  operandTypeAt,
} from './model/operator-row';
export { OPERATORS, findOperator } from './model/operator-table';
export * from './model/outcome';
export { compilePattern, MAX_PATTERN_LENGTH } from './model/pattern';
export { pointerTo } from './model/pointer';
export * from './model/problem';
export { hasHiddenCharacter, isWellFormed } from './model/plain-text';
export { readInstant } from './model/read-instant';
export * from './model/record';
export { UnreadValue } from './model/unread-value';
export * from './model/record-type';
export * from './model/result';
export * from './model/rule';
export { type Budget, DEFAULT_BUDGET, type EvaluationError, type EvaluationErrorCode } from './model/run';
export { composed, isComposed, isOnlySpelling, sameText } from './model/same-text';
export { isStandardOperator, STANDARD_OPERATORS } from './model/standard-operator';
export { hasTag, tagsIn } from './model/tags';
export { PERIODS, type Period, readDuration, todayAt } from './model/today';
export * from './json-logic/field-test';
export { type Conjunct, foldGuards } from './json-logic/fold-guards';
export { MAX_DEPTH, MAX_NODES, measureLogic } from './json-logic/measure-logic';
export {
  canBeListed,
  isInline,
  listReferencesIn,
  readListReference,
  useList,
  usesIn,
  useTerm,
} from './json-logic/name-tests';
export { readCondition } from './json-logic/read-condition';
export { type JsonLogicEngine, registerOperators } from './json-logic/register-operators';
export { visitCondition, type Visit } from './json-logic/visit-condition';
export { writeCondition } from './json-logic/write-condition';
export { didYouMean, nearest } from './validate/nearest';
export { validateRule, type Validation } from './validate/validate-rule';
export { canonicalJson } from './compile/canonical-json';
export { type CompiledCondition, compileCondition } from './compile/compile-condition';
export { type Matches, type RuleSetEntry } from './compile/compile-rules';
export { hashRule, SEMANTICS_VERSION, type Sha256 } from './compile/hash-rule';
export { orderRules } from './compile/order-rules';
export { compileRuleSet, type RuleSet, type RuleTrace } from './explain/compile-rule-set';
export { explainCondition } from './explain/explain-condition';
export { explainRule } from './explain/explain-rule';
export { NAME_WORDS, type NameWords } from './explain/lexicons/name-words';
export { readExplanation } from './explain/read-back/read-explanation';
export { notesIn } from './explain/notes-in';
export { type Explanation, type Token, type TokenKind } from './explain/token';
export {
  DEFAULT_PREVIEW_LIMIT,
  DRAFT_ID,
  MAX_PREVIEW_LIMIT,
  type Preview,
  type PreviewOptions,
} from './preview/preview';
export { previewRule, previewRuleInSteps } from './preview/preview-rule';
export {
  type ColumnPreview,
  type ColumnPreviewOptions,
  previewColumns,
  previewInSteps,
} from './preview/preview-columns';
export { indexRecords, type RecordColumns } from './preview/columns/record-columns';
export { inTurns, type Pause, type Steps } from './model/steps';
export { type ChangeLine, explainChange } from './explain/explain-change';
export { type Impact, impactInSteps, impactOf } from './preview/impact-of';
export { analyseRuleSet } from './analyse/analyse-rule-set';
export { checkIdempotence, type IdempotenceOptions } from './analyse/check-idempotence';
export { activate, decide, type Decision, retire, submit, supersede } from './lifecycle/steps';
export { type Refusal, VERSION_STATES, type VersionStanding, type VersionState } from './lifecycle/version-state';
