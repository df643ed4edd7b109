import { prettyJson } from '../rule/pretty-json';

export interface Fact {
  readonly name: string;
  readonly value: unknown;
  /** Shown as a block of its own rather than on one line. */
  readonly isLong: boolean;
}

const SHOWN_ELSEWHERE = new Set(['id', 'text', 'by', 'receivedAt', 'result']);
const LONGEST_LINE = 90;

/** Everything that is kept about a prompt, short facts first; nothing kept is left out, whatever it is called. */
export function promptFacts(prompt: { readonly [name: string]: unknown }): readonly Fact[] {
  const facts = Object.entries(prompt)
    .filter(([name, value]) => !SHOWN_ELSEWHERE.has(name) && !isNothing(value))
    .map(([name, value]) => ({ name: factName(name), value, isLong: isLong(value) }));
  return [...facts.filter(fact => !fact.isLong), ...facts.filter(fact => fact.isLong)];
}

/** `rawReply` → `Raw reply` */
export function factName(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Text as it is; anything else as JSON, and text that is JSON made readable. */
export function factText(value: unknown): string {
  if (typeof value !== 'string') return prettyJson(value);
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null ? prettyJson(parsed) : value;
  } catch {
    return value;
  }
}

function isLong(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || (typeof value === 'string' && value.length > LONGEST_LINE);
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
