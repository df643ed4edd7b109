import type { Effect } from '../model/action-row';
import type { JsonValue } from '../model/json';
import type { Change, ReplacedBy } from '../model/outcome';

/** Who wrote what last while one record passes through a rule set; each change learns from it what it replaced. */
export class WriteLog {
  private readonly writes = new Map<string, ReplacedBy>();

  /** The effect as this rule's change, naming an earlier rule of the run whose write it undid or overwrote. */
  record(rule: string, action: number, effect: Effect): Change {
    const place = placeOf(effect);
    const earlier = this.writes.get(place);
    this.writes.set(place, { rule, value: valueOf(effect) });
    const change = { rule, action, ...effect };
    return earlier && earlier.rule !== rule ? { ...change, replaced: earlier } : change;
  }
}

// Tags are written one by one, so two rules adding different tags do not touch each other.
function placeOf(effect: Effect): string {
  if ('to' in effect) return effect.path;
  return JSON.stringify([effect.path, 'add' in effect ? effect.add : effect.remove]);
}

function valueOf(effect: Effect): JsonValue {
  if ('to' in effect) return effect.to;
  return 'add' in effect ? effect.add : effect.remove;
}
