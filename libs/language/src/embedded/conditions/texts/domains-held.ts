import { has, isBound } from '../../cursor';
import { nextElement } from '../next-element';
import { type Parsed, type ParseState, testOn } from '../parse-state';
import type { FieldLink } from '../../../grounding/fields/field-index';

const DOMAIN = /^[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,}$/u;

/** So many texts of a field are looked into. */
const LOOKED_AT = 500;

/** "e-mails that aren't @example.com", "email at example.de or example.fr": what addresses end with. */
export function parseDomain(
  state: ParseState,
  links: readonly FieldLink[],
  from: number,
  at: number,
): Parsed | undefined {
  const { chunks, text, grounding } = state;
  const held = (ending: string): boolean =>
    links.some(({ field }) =>
      grounding.values
        .valuesOf(field.name)
        .slice(0, LOOKED_AT)
        .some(value => value.toLowerCase().endsWith(ending.toLowerCase())),
    );
  const texts: string[] = [];
  let to = at;
  const first = has(chunks[at], 'in', 'of') && chunks[at]?.values.length === 0 ? at + 1 : at;
  // "adresse mail en gmail.com": no whole address is a domain.
  const addresses = grounding.fields.ofConcept('email').map(({ field }) => field);
  const isAddress = links[0] !== undefined && addresses.includes(links[0].field);
  for (let next: number | undefined = first; next !== undefined; next = nextElement(chunks, to)) {
    if (chunks[next]?.quote !== undefined) break;
    let end = next + 1;
    while (chunks[end]?.glued && (!isBound(chunks[end]) || chunks[end]?.text === '.')) end++;
    const said = text.slice(chunks[next]?.start, chunks[end - 1]?.end);
    const marked = said.length > 1 && said.startsWith('@');
    if (!marked && !(DOMAIN.test(said) && (isAddress || held(`@${said}`)))) break;
    texts.push(marked ? said : `@${said}`);
    to = end;
  }
  if (texts.length === 0) return undefined;
  const operator = texts.every(said => DOMAIN.test(said.slice(1))) ? 'endsWith' : 'contains';
  const meaning = testOn(state, links, from, to, () => ({ is: 'text', operator, texts }));
  return meaning && { meaning, to };
}
