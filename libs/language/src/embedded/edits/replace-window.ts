import { has, isBound, isFiller } from '../cursor';
import type { Chunk } from '../../grounding/link-words';
import { dayAway, isToday, timeOf, wayFrom } from './days-away';
import { isCarrier, isPointing, type ReadStep } from './edit-step';
import { exchange, type Place, placesIn } from './places';
import { holds } from './held-limit';
import { names, speaksOfChange } from './replace-limit';
import { sidesOf } from './replace-value';

/** "last 14 days, not 30", "in the past two weeks instead": how far a rule looks from today, and all else as it was. */
export const replaceWindow: ReadStep = segment => {
  const { chunks, rule, grounding, request } = segment;
  const sides = sidesOf(chunks);
  const gone = sides?.from ?? [];
  const [window, ...others] = (sides?.to ?? chunks).filter(
    chunk => chunk.date?.window !== undefined && chunk.quote === undefined,
  );
  const time = window && timeOf(window);
  if (!window || time === undefined || others.length > 0) return undefined;
  const old = gone.find(chunk => (chunk.number ?? chunk.duration ?? chunk.date) !== undefined);
  const widens = chunks.some(chunk => has(chunk, 'also', 'or') && !has(chunk, 'make', 'instead'));
  if ((!old && widens) || !(old || speaksOfChange(segment))) return undefined;
  const past = window.date?.window === 'past';
  const isMoving = (place: Place): boolean =>
    isToday(place.value) &&
    wayFrom(place, request.clock) === (past ? '-' : '') &&
    place.bound === (past ? 'least' : 'most');
  const moving = placesIn(rule.condition, grounding.recordType).filter(isMoving);
  const named = moving.filter(({ field }) => chunks.some(chunk => names(chunk, field.name)));
  const places = (named.length > 0 ? named : moving).filter(place => !old || holds(place, old, { grounding, request }));
  const known = (chunk: Chunk): boolean =>
    chunk === window ||
    gone.includes(chunk) ||
    isCarrier(chunk) ||
    isFiller(chunk) ||
    isBound(chunk) ||
    isPointing(chunk, grounding) ||
    has(chunk, 'only', 'onlyIf', 'insteadOf', 'notBut', 'setTo', 'replace', 'within', 'since', 'not') ||
    places.some(({ field }) => names(chunk, field.name));
  if (places.length === 0 || !chunks.every(known)) return undefined;
  const rules = places.flatMap(place => {
    const value = dayAway(place, time, request.clock);
    if (value === undefined) return [];
    return [{ ...rule, condition: exchange(rule.condition, place.test, place.put(value, place.operator)) }];
  });
  return { rules, used: chunks };
};
