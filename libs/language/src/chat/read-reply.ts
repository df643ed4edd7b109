import { fail, ok, type JsonValue, type Problem, type Result } from '@lib/rules';
import { parametersOf } from './chat-actions';
import {
  CHAT_GROUPS,
  CHAT_OUTCOMES,
  CHAT_PERIODS,
  CHAT_TESTS,
  type ChatAction,
  type ChatDraft,
  type ChatNode,
  type ChatOperand,
  type ChatQuestion,
  type ChatRule,
} from './chat-draft';

const MAX_DEPTH = 12;
const MAX_NODES = 400;
const MAX_ITEMS = 1_000;
const MAX_TEXT = 2_000;
const MAX_PROBLEMS = 10;

/**
 * Reads a reply as if a stranger wrote it: a strict schema promises the shape, but servers lie and answers get cut.
 * What comes back has exactly the intermediate form; everything else is a list of problems the model can repair by.
 */
export function readReply(text: string): Result<ChatDraft, readonly Problem[]> {
  let parsed: JsonValue;
  try {
    parsed = JSON.parse(text) as JsonValue;
  } catch {
    return fail([problem('', 'not-json', 'The reply is not JSON.', 'Reply with one JSON object and nothing else.')]);
  }
  const reader = new ReplyReader();
  const draft = reader.draft(parsed);
  return reader.problems.length > 0 ? fail(reader.problems.slice(0, MAX_PROBLEMS)) : ok(draft);
}

type JsonObject = { readonly [key: string]: JsonValue };

class ReplyReader {
  readonly problems: Problem[] = [];
  private nodes = 0;

  draft(value: JsonValue): ChatDraft {
    const source = this.object(value, '');
    const outcome = this.word(source, 'outcome', CHAT_OUTCOMES, '');
    const rule = this.optional(source, 'rule', '', (part, at) => this.rule(part, at));
    const question = this.optional(source, 'question', '', (part, at) => this.question(part, at));
    if (outcome === 'rule' && !rule) this.wrong('/rule', 'missing', 'The outcome is "rule" but there is no rule.');
    if (outcome === 'clarify' && !question)
      this.wrong('/question', 'missing', 'The outcome is "clarify" but there is no question.');
    return {
      outcome,
      language: this.text(source, 'language', ''),
      interpretation: this.text(source, 'interpretation', ''),
      rule,
      question,
      reason: this.optional(source, 'reason', '', (part, at) => this.string(part, at)),
      assumptions: this.list(source, 'assumptions', '').map((part, i) => this.string(part, `/assumptions/${i}`)),
    };
  }

  private rule(value: JsonValue, at: string): ChatRule {
    const source = this.object(value, at);
    return {
      name: this.text(source, 'name', at),
      condition: this.node(source['condition'] ?? null, `${at}/condition`, 0),
      actions: this.list(source, 'actions', at).map((part, i) => this.action(part, `${at}/actions/${i}`)),
    };
  }

  private question(value: JsonValue, at: string): ChatQuestion {
    const source = this.object(value, at);
    return {
      text: this.text(source, 'text', at),
      options: this.list(source, 'options', at).map((part, i) => {
        const option = this.object(part, `${at}/options/${i}`);
        return {
          text: this.text(option, 'text', `${at}/options/${i}`),
          rule: this.optional(option, 'rule', `${at}/options/${i}`, (inner, where) => this.rule(inner, where)),
        };
      }),
    };
  }

  private node(value: JsonValue, at: string, depth: number): ChatNode {
    const source = this.object(value, at);
    this.nodes += 1;
    if (depth > MAX_DEPTH || this.nodes > MAX_NODES) {
      this.wrong(at, 'too-large', `A condition has at most ${MAX_NODES} tests in ${MAX_DEPTH} levels.`);
      return NO_NODE;
    }
    if (source['kind'] === 'group') {
      const op = this.word(source, 'op', CHAT_GROUPS, at);
      const children = this.list(source, 'children', at).map((part, i) =>
        this.node(part, `${at}/children/${i}`, depth + 1),
      );
      if (children.length === 0)
        this.wrong(`${at}/children`, 'empty-group', `A group "${op}" needs at least one child.`);
      return { kind: 'group', op, children };
    }
    this.word(source, 'kind', ['group', 'test'], at);
    const op = this.word(source, 'op', CHAT_TESTS, at);
    const values = this.list(source, 'values', at).map((part, i) => this.operand(part, `${at}/values/${i}`));
    this.countOperands(op, values.length, `${at}/values`);
    return {
      kind: 'test',
      field: this.text(source, 'field', at),
      of: this.word(source, 'of', ['value', 'length'], at),
      op,
      values,
      evidence: this.text(source, 'evidence', at),
    };
  }

  private countOperands(op: string, count: number, at: string): void {
    const [least, most] =
      op === 'isEmpty' || op === 'isFilled'
        ? [0, 0]
        : op === 'between'
          ? [2, 2]
          : [1, op === 'oneOf' || op === 'noneOf' ? MAX_ITEMS : 1];
    if (count < least || count > most)
      this.wrong(at, 'wrong-arity', `"${op}" takes ${least === most ? least : 'at least one'} value(s), not ${count}.`);
  }

  private operand(value: JsonValue, at: string): ChatOperand {
    if (typeof value === 'string') return this.string(value, at);
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    const source = this.object(value, at);
    if (source['kind'] === 'field') {
      const times = source['times'];
      return { kind: 'field', field: this.text(source, 'field', at), times: typeof times === 'number' ? times : 1 };
    }
    this.word(source, 'kind', ['field', 'today'], at);
    return {
      kind: 'today',
      offset: this.optional(source, 'offset', at, (part, where) => this.string(part, where)),
      startOf: this.optional(source, 'startOf', at, () => this.word(source, 'startOf', CHAT_PERIODS, at)),
    };
  }

  private action(value: JsonValue, at: string): ChatAction {
    const source = this.object(value, at);
    const type = this.text(source, 'type', at);
    const wanted = parametersOf(type);
    if (!wanted) this.wrong(`${at}/type`, 'unknown-action', `There is no action "${type}".`);
    const parameters: Record<string, string | number | boolean> = {};
    for (const [name, kind] of wanted ?? []) {
      const given = source[name];
      if (kind === 'value' && (typeof given === 'number' || typeof given === 'boolean')) parameters[name] = given;
      else parameters[name] = this.text(source, name, at);
    }
    return { type, evidence: this.text(source, 'evidence', at), parameters };
  }

  private object(value: JsonValue, at: string): JsonObject {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as JsonObject;
    this.wrong(at, 'wrong-shape', 'Here an object is expected.');
    return {};
  }

  private list(source: JsonObject, name: string, at: string): readonly JsonValue[] {
    const value = Object.hasOwn(source, name) ? source[name] : undefined;
    if (Array.isArray(value) && value.length <= MAX_ITEMS) return value as readonly JsonValue[];
    this.wrong(`${at}/${name}`, 'wrong-shape', `Here a list of at most ${MAX_ITEMS} items is expected.`);
    return [];
  }

  private text(source: JsonObject, name: string, at: string): string {
    return this.string(Object.hasOwn(source, name) ? source[name] : undefined, `${at}/${name}`);
  }

  private string(value: JsonValue | undefined, at: string): string {
    if (typeof value === 'string' && value.length <= MAX_TEXT) return value;
    this.wrong(at, 'wrong-shape', `Here a text of at most ${MAX_TEXT} characters is expected.`);
    return '';
  }

  private word<Word extends string>(
    source: JsonObject,
    name: string,
    words: readonly [Word, ...Word[]] | readonly Word[],
    at: string,
  ): Word {
    const value = Object.hasOwn(source, name) ? source[name] : undefined;
    const found = words.find(word => word === value);
    if (found !== undefined) return found;
    this.wrong(`${at}/${name}`, 'unknown-word', `${quote(value)} is not one of ${words.join(', ')}.`);
    return words[0];
  }

  private optional<T>(
    source: JsonObject,
    name: string,
    at: string,
    read: (value: JsonValue, at: string) => T,
  ): T | null {
    const value = Object.hasOwn(source, name) ? source[name] : undefined;
    return value === undefined || value === null ? null : read(value, `${at}/${name}`);
  }

  private wrong(at: string, code: string, message: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem(at, code, message));
  }
}

const NO_NODE: ChatNode = { kind: 'test', field: '', of: 'value', op: 'isEmpty', values: [], evidence: '' };

function quote(value: JsonValue | undefined): string {
  return typeof value === 'string' ? `"${value.slice(0, 40)}"` : 'What stands here';
}

function problem(at: string, code: string, message: string, hint?: string): Problem {
  return { severity: 'error', code, at, message, ...(hint ? { hint } : {}) };
}
