import type { Field } from '@lib/rules';
import { endsClause, has } from '../../cursor';
import type { TestMeaning } from '../../meaning/meaning';
import { type Parsed, type ParseState, testOn } from '../parse-state';
import { raiseUnknown } from '../values/value-list';
import type { FieldLink } from '../../../grounding/fields/field-index';
import type { Chunk } from '../../../grounding/link-words';

/** "2.x", "v2.1": what a version begins with. */
const VERSION = /^v?(\d+(?:\.\d+)*)(\.x)?$/i;
/** "E4": letters and figures in one. */
const CODE = /^(?=.*\p{L})(?=.*\p{N})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;

/** Behind a text field: the versions that it holds, said by what they begin with, or a piece of its codes. */
export function parsePieceHeld(
  state: ParseState,
  links: readonly FieldLink[],
  from: number,
  at: number,
): Parsed | undefined {
  const texts = links.filter(link => link.field.type === 'text' && link.score >= 0.6);
  return texts.length === 0 ? undefined : (parseVersions(state, texts, from, at) ?? parseCode(state, texts, from, at));
}

/** "still on firmware 2.1 or 1.9" where records hold 2.1.0 and 1.9.8, "2.x and 3.1": nothing has two versions at once. */
function parseVersions(state: ParseState, links: readonly FieldLink[], from: number, at: number): Parsed | undefined {
  const { chunks, grounding } = state;
  for (const link of links) {
    const stored = grounding.values.valuesOf(link.field.name);
    const versions: Version[] = [];
    let to = at;
    for (let next = at; ; next = to + 1) {
      const version = versionAt(chunks, next, stored);
      if (!version || (next > at && !endsVersion(chunks[version.to]))) break;
      versions.push(version);
      to = version.to;
      if (!has(chunks[to], 'or', 'and', 'comma', 'slash')) break;
    }
    if (!versions.some(({ begins }) => begins)) continue;
    const tests = [...ofVersions(versions)].map(test => testOn(state, [link], from, to, () => test));
    const items = tests.flatMap(test => test ?? []);
    const [alone] = items;
    if (alone) return { meaning: items.length > 1 ? { kind: 'or', items, closed: true } : alone, to };
  }
  raiseUnheld(state, links, at);
  return undefined;
}

/** A version as a whole, unless only what it begins with was said ("2.x"), and whether any goes on behind its point. */
interface Version {
  readonly text: string;
  readonly whole: boolean;
  readonly begins: boolean;
  readonly to: number;
}

/** "2.1" is 2.1 itself and all that goes on behind its point, never 2.10. */
function* ofVersions(versions: readonly Version[]): Generator<TestMeaning['test']> {
  const whole = versions.filter(version => version.whole).map(({ text }) => [text]);
  if (whole.length > 0) yield { is: 'oneOf', values: whole };
  for (const { text, begins } of versions)
    if (begins) yield { is: 'text', operator: 'startsWith', texts: [`${text}.`] };
}

function versionAt(chunks: readonly Chunk[], at: number, stored: readonly string[]): Version | undefined {
  const read = readVersion(chunks, at);
  if (!read) return undefined;
  const { text, open } = read;
  const held = stored.includes(text);
  const begins = open || !held;
  return (begins ? stored.some(value => value.startsWith(`${text}.`)) : held)
    ? { text, whole: !open, begins, to: read.to }
    : undefined;
}

function readVersion(
  chunks: readonly Chunk[],
  at: number,
): { readonly text: string; readonly open: boolean; readonly to: number } | undefined {
  const chunk = chunks[at];
  const [, text, tail] = (chunk?.quote === undefined && VERSION.exec(chunk?.text ?? '')) || [];
  if (text === undefined || chunk?.number?.unit) return undefined;
  const apart = chunks[at + 1]?.glued === true && /^\.x$/i.test(chunks[at + 1]?.text ?? '');
  return { text, open: tail !== undefined || apart, to: apart ? at + 2 : at + 1 };
}

/** Whether all versions that begin so are said here: "with firmware 2.x". */
export const saysVersions = (chunks: readonly Chunk[], at: number): boolean => readVersion(chunks, at)?.open === true;

/** "2.x and 3 errors": a figure with a noun behind it counts something. */
const endsVersion = (behind: Chunk | undefined): boolean => endsClause(behind, 'in', 'have', 'slash');

/** "model 2.x" where no model begins so. */
function raiseUnheld(state: ParseState, links: readonly FieldLink[], at: number): void {
  const read = readVersion(state.chunks, at);
  const field = links[0]?.field;
  if (!field || !read?.open || state.grounding.values.valuesOf(field.name).length === 0) return;
  raiseUnknown(state, at, field, `${read.text}.x`);
}

/** "error code with E4": letters and figures that no code is as a whole. */
function parseCode(state: ParseState, links: readonly FieldLink[], from: number, at: number): Parsed | undefined {
  const { chunks } = state;
  const [opener, code, behind] = chunks.slice(at, at + 3);
  if (!has(opener, 'have', 'with') || has(opener, 'no', 'without') || !code || code.quote !== undefined)
    return undefined;
  if (code.roles.length + code.values.length + code.fields.length > 0 || !CODE.test(code.text)) return undefined;
  if (!endsClause(behind, 'in')) return undefined;
  const owner = links.find(({ field }) => holdsPiece(state, field, code.text));
  if (!owner) {
    if (links[0]) raiseUnknown(state, at + 1, links[0].field, code.text);
    return undefined;
  }
  const texts = [code.text];
  const meaning = testOn(state, [owner], from, at + 2, () => ({ is: 'text', operator: 'contains', texts }));
  return meaning && { meaning, to: at + 2 };
}

/** Whether some record has the piece; where none is known, any may. */
function holdsPiece({ grounding }: ParseState, field: Field, piece: string): boolean {
  const stored = grounding.values.valuesOf(field.name);
  return stored.length === 0 || stored.some(value => value.includes(piece));
}
