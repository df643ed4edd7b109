import type { DraftRule, Problem } from '../api/contracts';
import { prettyJson } from './pretty-json';

export type DraftReading =
  | { readonly ok: true; readonly draft: DraftRule }
  | { readonly ok: false; readonly message: string; readonly line?: number };

/** A draft as its JSON is shown and edited. */
export function writeDraft(draft: DraftRule): string {
  const { name, condition, actions, glossary } = draft;
  return prettyDraft({ name, condition, actions, ...(glossary && { glossary }) });
}

/** The members of a draft stand on lines of their own, however short they are. */
function prettyDraft(draft: DraftRule): string {
  const members = Object.entries(draft).map(
    ([name, member]) => `  ${JSON.stringify(name)}: ${prettyJson(member, 84, 2)}`,
  );
  return `{\n${members.join(',\n')}\n}`;
}

/** Edited text as a draft. Only the shape is judged here; what it says is judged by the service. */
export function readDraft(text: string): DraftReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'This is not JSON';
    const line = lineOfFault(text, message);
    return { ok: false, message: `Not valid JSON: ${message}`, ...(line === undefined ? {} : { line }) };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, message: 'A rule is an object with name, condition and actions.', line: 1 };
  }
  const { name, condition, actions, glossary } = value as { readonly [member in keyof DraftRule]?: unknown };
  if (typeof name !== 'string') return { ok: false, message: 'name has to be text.', line: 1 };
  if (condition === undefined) return { ok: false, message: 'A rule needs a condition.', line: 1 };
  if (actions !== undefined && !Array.isArray(actions))
    return { ok: false, message: 'actions has to be a list.', line: 1 };
  if (glossary !== undefined && !Array.isArray(glossary))
    return { ok: false, message: 'glossary has to be a list.', line: 1 };
  return {
    ok: true,
    draft: {
      name,
      condition: condition as DraftRule['condition'],
      actions: (actions ?? []) as DraftRule['actions'],
      ...(glossary && { glossary: glossary as NonNullable<DraftRule['glossary']> }),
    },
  };
}

/** Engines word it differently: `(line 3 column 5)`, `at position 41`, or just the end. */
function lineOfFault(text: string, message: string): number | undefined {
  const named = /line (\d+)/.exec(message)?.[1];
  if (named) return Number(named);
  const position = /position (\d+)/.exec(message)?.[1];
  if (position) return text.slice(0, Number(position)).split('\n').length;
  return /end of JSON/i.test(message) ? text.split('\n').length : undefined;
}

/** Errors first, then warnings, then remarks; the order within each stays. */
export function bySeverity(problems: readonly Problem[]): readonly Problem[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return [...problems].sort((one, other) => rank[one.severity] - rank[other.severity]);
}
