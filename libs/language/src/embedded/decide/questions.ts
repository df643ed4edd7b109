import { type Action, explainRule, type Field, type JsonLogic, type JsonValue, tagsFieldOf, valueAt } from '@lib/rules';
import type { Issue } from '../meaning/meaning';
import { allOf, conjunctsOf } from '../meaning/logic-tree';
import type { Reading } from '../meaning/readings';
import { selectedRows } from '../meaning/rows';
import { writeCondition } from '../meaning/write-condition';
import { isDateField } from '../../grounding/fields/date-field';
import { isEnglish, say } from '../../grounding/messages';
import type { Question, QuestionOption, RuleContent, TranslationRequest } from '../../translator';

const sayValue = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A name people recognise a rule by, made from what it does. */
export function nameOf(actions: readonly Action[], text: string): string {
  const named = actions.map(action => {
    switch (action.type) {
      case 'addTag':
        return `Tag ${action.value}`;
      case 'removeTag':
        return `Remove tag ${action.value}`;
      case 'setValue':
        return `Set ${action.field} to ${sayValue(action.value)}`;
      case 'clearValue':
        return `Clear ${action.field}`;
      case 'copyValue':
        return `Copy ${action.from} to ${action.to}`;
      case 'flag':
        return `Flag ${action.reason}`;
      default:
        return `${action.type} ${'field' in action ? action.field : ''}`.trim();
    }
  });
  const name = named.length > 0 ? named.join(', ') : text.trim().replace(/\s+/g, ' ');
  return name.length > 80 ? `${name.slice(0, 77)}...` : name || 'Rule';
}

function option(rule: RuleContent, request: TranslationRequest): QuestionOption {
  const draft = { recordType: request.recordType.name, ...rule };
  const text = explainRule(draft, request.recordType, request.language).text;
  const rows = selectedRows(rule.condition, request);
  return { text, rule, ...(rows && { matched: rows.length }) };
}

/** Several readings as a question, each with its own sentence and count. */
export const askReadings = (
  readings: readonly Reading[],
  actions: readonly Action[],
  request: TranslationRequest,
): Question =>
  askRule(
    say(request.language, 'whichOfThese'),
    readings.map(({ condition }) => condition),
    actions,
    request,
  );

export const askRule = (
  text: string,
  conditions: readonly JsonLogic[],
  actions: readonly Action[],
  request: TranslationRequest,
): Question =>
  askRules(
    text,
    conditions.map(condition => ({ condition, actions })),
    request,
  );

/** Different actions on the same records as a question. */
export const askActions = (
  actions: readonly (readonly Action[])[],
  condition: JsonLogic,
  request: TranslationRequest,
): Question =>
  askRules(
    say(request.language, 'whichOfThese'),
    actions.map(each => ({ condition, actions: each })),
    request,
  );

/** A question whose answers are whole rules: at most four, each with its own sentence and count. */
export const askRules = (
  text: string,
  rules: readonly Omit<RuleContent, 'name'>[],
  request: TranslationRequest,
): Question => ({
  text,
  options: rules.slice(0, 4).map(rule => option({ name: nameOf(rule.actions, request.text), ...rule }, request)),
});

/** The rule while it is being changed; `condition` is missing where a change leaves none. */
export interface EditedRule {
  readonly condition: JsonLogic | undefined;
  readonly actions: readonly Action[];
}

/** Several ways to change a rule as a question. What selects no record is no offer, where another does. */
export function askEdits(rules: readonly EditedRule[], request: TranslationRequest): Question {
  const options = rules
    .slice(0, 4)
    .flatMap(({ condition, actions }) =>
      condition === undefined ? [] : [option({ name: nameOf(actions, request.text), condition, actions }, request)],
    );
  const selecting = options.filter(({ matched }) => matched !== 0);
  return { text: say(request.language, 'changeHow'), options: selecting.length > 0 ? selecting : options };
}

const whichValue = (word: string, field: Field | undefined, request: TranslationRequest): string => {
  const of = isEnglish(request.language) ? ` of ${field?.label ?? ''}` : ` (${field?.label ?? ''})`;
  return say(request.language, 'whichValue', word, field ? of : '');
};

const labels = (fields: readonly Field[]): string => fields.map(field => field.label).join(', ');

/** What one missing or doubtful piece is asked as. */
export function askIssue(
  issue: Issue,
  request: TranslationRequest,
  actions: readonly Action[],
  condition?: JsonLogic,
): Question {
  const question = wordIssue(issue, request, actions, condition);
  const rest = { actions, ...(condition !== undefined && { condition }) };
  switch (issue.kind) {
    case 'missing-tag':
      return { ...question, unfinished: { wants: 'tag', ...rest } };
    case 'missing-value':
      return { ...question, unfinished: { wants: 'value', ...rest, ...(issue.field && { field: issue.field.name }) } };
    case 'missing-operand':
      return {
        ...question,
        unfinished: { wants: 'condition', ...rest, ...(issue.field && { field: issue.field.name }) },
      };
    case 'vague': {
      const [only, ...others] = issue.fields;
      const field = only && others.length === 0 ? { field: only.name } : {};
      return { ...question, unfinished: { wants: 'condition', ...rest, ...field } };
    }
    default:
      return question;
  }
}

const QUANTILES = [0.9, 0.75, 0.5];

/** "high" as numbers: from where on the top tenth, quarter and half of the sample lie, or the bottom ones. */
function thresholds(field: Field, small: boolean, request: TranslationRequest): readonly JsonLogic[] {
  const values = request.sample
    .map(record => valueAt(record, field.name))
    .filter((value): value is number => typeof value === 'number')
    .sort((a, b) => a - b);
  const last = values.length - 1;
  const limits = QUANTILES.map(part => values[Math.round((small ? 1 - part : part) * last)]);
  return [...new Set(limits)].flatMap((limit): JsonLogic[] =>
    limit === undefined
      ? []
      : [{ and: [{ '!=': [{ var: field.name }, null] }, { [small ? '<=' : '>=']: [{ var: field.name }, limit] }] }],
  );
}

/** Words for the piece that is missing or in doubt, with a rule behind every option that can have one. */
function wordIssue(
  issue: Issue,
  request: TranslationRequest,
  actions: readonly Action[],
  condition: JsonLogic | undefined,
): Question {
  const beside = (part: JsonLogic): JsonLogic =>
    allOf([...(condition === undefined ? [] : conjunctsOf(condition)), part]) ?? part;
  const tags = tagsFieldOf(request.recordType);
  const known = request.recordType.fields.filter(field => field.name !== tags);
  switch (issue.kind) {
    case 'missing-operand':
      return { text: whichValue(issue.word, issue.field, request), options: [] };
    case 'vague': {
      const text =
        issue.fields.length === 1 && issue.fields[0]
          ? say(request.language, 'fromWhich', issue.word, issue.fields[0].label)
          : say(request.language, 'whatMeans', issue.word);
      const fields =
        issue.fields.length > 0 ? issue.fields : known.filter(field => field.type === 'number').slice(0, 4);
      const numbers = fields.filter(field => field.type === 'number').slice(0, 4);
      const each = numbers.length > 2 ? 1 : numbers.length > 1 ? 2 : 3;
      const said = numbers.flatMap(field =>
        thresholds(field, issue.small ?? false, request).slice(numbers.length === 1 ? 0 : 1, each === 3 ? 3 : 1 + each),
      );
      if (said.length > 0) return askRule(text, said.map(beside), actions, request);
      // Which field is meant is known where there is but one.
      return { text, options: fields.length > 1 ? fields.slice(0, 4).map(field => ({ text: field.label })) : [] };
    }
    case 'unknown-value': {
      const near = issue.near.map(value => ({ '==': [{ var: issue.field.name }, value] }));
      const asked = askRule(
        '',
        [...near.slice(0, 3), { '==': [{ var: issue.field.name }, issue.word] }].map(beside),
        actions,
        request,
      );
      return {
        text: say(request.language, 'noRecordHas', issue.word, issue.field.label),
        options: asked.options,
      };
    }
    case 'unknown-field':
      return {
        text: say(request.language, 'whichField', issue.word),
        options: known.slice(0, 4).map(field => ({ text: field.label })),
      };
    case 'ambiguous-field': {
      const text = say(request.language, 'whichField', issue.word, `: ${labels(issue.fields)}`);
      if (issue.tests)
        return askRule(
          text,
          issue.tests.map(test => beside(writeCondition(test))),
          actions,
          request,
        );
      return { text, options: issue.fields.slice(0, 4).map(field => ({ text: field.label })) };
    }
    case 'unsettled-target': {
      const text = say(request.language, 'whichField', issue.word, `: ${labels(issue.fields)}`);
      if (condition === undefined)
        return { text, options: issue.fields.slice(0, 4).map(({ label }) => ({ text: label })) };
      const chosen = issue.choices.map(choice => ({ condition, actions: [...actions, choice] }));
      return askRules(text, chosen, request);
    }
    case 'unknown-list':
      return { text: say(request.language, 'noList', issue.word), options: [] };
    case 'missing-tag':
      return { text: say(request.language, 'whichTag'), options: [] };
    case 'missing-value':
      return askValue(issue, request, actions, condition);
    case 'unknown-target':
      return {
        text: say(request.language, 'noSuchField', issue.word),
        options: known.slice(0, 4).map(field => ({ text: field.label })),
      };
  }
}

/** What a field should be set to. Of texts those stored already are offered; other numbers and days are no help. */
function askValue(
  { field, said }: Extract<Issue, { kind: 'missing-value' }>,
  request: TranslationRequest,
  actions: readonly Action[],
  condition: JsonLogic | undefined,
): Question {
  if (!field) return { text: 'Which value should be set?', options: [] };
  const kind = field.type === 'number' ? 'noNumber' : isDateField(field) ? 'noDate' : undefined;
  const text =
    kind && said !== undefined
      ? say(request.language, kind, said, field.label)
      : say(request.language, 'setToWhat', field.label);
  const values = kind ? [] : (field.profile?.frequent ?? []).slice(0, 4).map(({ value }) => value);
  const set = (value: JsonValue): readonly Action[] => [...actions, { type: 'setValue', field: field.name, value }];
  return {
    text,
    options: values.map(value =>
      condition === undefined
        ? { text: sayValue(value) }
        : option({ name: nameOf(set(value), request.text), condition, actions: set(value) }, request),
    ),
  };
}

/** What rules can do, said where a request cannot be met. */
export function possible(request: TranslationRequest): string {
  const fields = request.recordType.fields
    .slice(0, 8)
    .map(field => field.label)
    .join(', ');
  const more = request.recordType.fields.length > 8 ? ', …' : '';
  return say(request.language, 'possible', request.recordType.label ?? request.recordType.name, `${fields}${more}`);
}
