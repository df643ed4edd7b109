import * as rules from './rules.js';

// Runs in the page: judges the records of each set under the page's policy, and leaves what came out where the test finds it.
const { recordType, clock, sets, records } = await (await fetch('./work.json')).json();

const outcomes = sets.map(drafts => {
  const entries = drafts.map((draft, i) => {
    const verdict = rules.validateRule(draft, recordType);
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
    return { id: `r${i}`, version: 1, hash: `r${i}`, rule: verdict.value };
  });
  const set = rules.compileRuleSet(entries, recordType, text => String(text.length));
  return records.map(record => set.apply(record, clock));
});

globalThis.judged = { mayEvaluate: mayEvaluate(), outcomes };

function mayEvaluate() {
  try {
    return new Function('return true')();
  } catch {
    return false;
  }
}
