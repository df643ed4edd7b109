const WITHIN = 0.05;

/** The measured figures as a table with the targets beside them; within 5 % counts as reached. */
export function report(result) {
  const rows = [
    ...oneRows(result.one),
    ...(result.many ?? []).flatMap(manyRows),
    ...growthRows(result),
    ...readyRows(result),
    ...previewRows(result),
  ];
  const lines = ['| measure | measured | at least | aim | |', '| --- | ---: | ---: | ---: | --- |'];
  for (const { name, value, unit = '×', least, aim, most } of rows) {
    const reached = most === undefined ? value >= least * (1 - WITHIN) : value <= most * (1 + WITHIN);
    const verdict = least === undefined && most === undefined ? '' : reached ? 'reached' : '**missed**';
    const bar = most === undefined ? shown(least, unit) : `≤ ${shown(most, unit)}`;
    lines.push(`| ${name} | ${shown(value, unit)} | ${bar} | ${shown(aim, unit)} | ${verdict} |`);
  }
  return [...lines, ...otherLines(result)].join('\n');
}

function shown(value, unit) {
  if (value === undefined) return '–';
  return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))}${unit}`;
}

function oneRows(one) {
  if (!one) return [];
  const { times } = one;
  const against = (name, peer) => times[peer] / times[name];
  const [generated, closures] = ['rulewright, generated code', 'rulewright, closures'];
  return [
    { name: 'one rule, generated code, vs json-logic-js', value: against(generated, 'json-logic-js'), least: 8 },
    { name: '— vs json-logic-engine build()', value: against(generated, 'json-logic-engine build()'), least: 1.15 },
    { name: '— vs handwritten', value: against(generated, 'handwritten'), least: 0.95 },
    { name: '— vs json-rules-engine', value: against(generated, 'json-rules-engine') },
    { name: 'one rule, closures, vs json-logic-js', value: against(closures, 'json-logic-js'), least: 6, aim: 7 },
    {
      name: 'one rule, a rule set of one, vs json-logic-js',
      value: against('rulewright, rule set of one', 'json-logic-js'),
    },
  ];
}

const BARS = {
  100: { jl: [10, 18], jle: [3] },
  1000: { jl: [80, 120], jle: [30], duck: [10] },
  10000: { jl: [190, 400], duck: [20] },
};

function manyRows({ n, times, candidatesPerMatch, differing }) {
  const bars = BARS[n] ?? {};
  const against = peer => times[peer] / times.rulewright;
  const rows = [
    { name: `${n} rules: µs per record`, value: times.rulewright / 1000, unit: '' },
    { name: `${n} rules vs json-logic-js`, value: against('json-logic-js'), least: bars.jl?.[0], aim: bars.jl?.[1] },
    { name: '— vs json-logic-engine build()', value: against('json-logic-engine build()'), least: bars.jle?.[0] },
  ];
  if (times['DuckDB, 2 threads']) {
    rows.push({ name: '— vs DuckDB, 2 threads', value: against('DuckDB, 2 threads'), least: bars.duck?.[0] });
  }
  rows.push({
    name: `— sets differing from json-logic-js, of ${differing.of}`,
    value: differing.differing,
    unit: '',
    most: 0,
  });
  if (n >= 100) rows.push({ name: '— candidates per match', value: candidatesPerMatch, unit: '', most: 2.2, aim: 1.5 });
  if (n === 1000) {
    const value = times['rulewright, from NDJSON'] / times['JSON.parse'];
    rows.push({ name: 'NDJSON to matches, 1,000 rules, vs JSON.parse alone', value, most: 2.3, aim: 1.8 });
  }
  return rows;
}

function growthRows({ growth }) {
  if (!growth) return [];
  return [
    {
      name: 'growth exponent, 100 → 10,000 rules, density fixed',
      value: growth.density,
      unit: '',
      most: 0.35,
      aim: 0.3,
    },
    { name: '— matches per record constant', value: growth.constant, unit: '', most: 0.15, aim: 0.1 },
  ];
}

function readyRows({ readiness }) {
  if (!readiness) return [];
  return [
    { name: '10,000 rules ready, first record judged', value: readiness.ready, unit: ' ms', most: 300, aim: 150 },
    { name: '— heap', value: readiness.megabytes, unit: ' MB', most: 30 },
    { name: '— one rule changed: mean', value: readiness.change.mean, unit: ' ms', most: 1 },
    { name: '— one rule changed: 99th percentile', value: readiness.change.p99, unit: ' ms' },
    { name: '— one rule changed: longest', value: readiness.change.longest, unit: ' ms' },
  ];
}

function previewRows({ preview }) {
  if (!preview) return [];
  const over = preview.records.toLocaleString('en');
  const row = (name, value, unit = ' ms') => ({ name, value, unit });
  return [
    { ...row(`preview of one rule over ${over} records in memory`, preview.preview), most: 150, aim: 50 },
    row('— longest step between two pauses', preview.longest),
    { ...row('— differing from the plain preview', preview.differing, ''), most: 0 },
    row('— the plain preview, estimated', preview.plain),
    row('— fields indexed by the first preview', preview.indexing),
    row('— longest step of it', preview.indexingLongest),
    row('— memory of the index', preview.megabytes, ' MB'),
  ];
}

function otherLines({ other = [], seed }) {
  if (other.length === 0) return [];
  const lines = [
    '',
    '| without a bar, 1,000 rules | match µs | apply µs | json-logic-js µs | × | differing |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
  ];
  const row = (name, match, apply, peer, { differing, of }) =>
    `| ${name} | ${shown(match / 1000, '')} | ${apply ? shown(apply / 1000, '') : '–'} | ${shown(peer / 1000, '')} | ${shown(peer / match, '')} | ${differing} of ${of} |`;
  for (const { name, times, differing } of other) {
    lines.push(row(name, times['rulewright, match'], times['rulewright, apply'], times['json-logic-js'], differing));
  }
  if (seed)
    lines.push(
      row(
        `the workload, seed ${seed.seed}`,
        seed.times.rulewright,
        undefined,
        seed.times['json-logic-js'],
        seed.differing,
      ),
    );
  return lines;
}
