import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { get, RECORD_TYPE } from './workload.mjs';

const TYPES = {
  text: 'VARCHAR',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'VARCHAR',
  datetime: 'VARCHAR',
  list: 'VARCHAR[]',
};
const RULES_PER_QUERY = 50;

/** The records as a table in memory, and rules as queries over it: each gives the numbers of the records it selects. */
export async function duckTable({ duckdb }, all) {
  const folder = mkdtempSync(path.join(tmpdir(), 'rulewright-bench-'));
  const file = path.join(folder, 'records.ndjson');
  const flat = record => {
    const entries = RECORD_TYPE.fields.map(({ name }) => [name.replaceAll('.', '_'), get(record, name)]);
    return JSON.stringify(Object.fromEntries(entries));
  };
  writeFileSync(file, all.map(flat).join('\n'));
  const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const columns = RECORD_TYPE.fields
    .map(({ name, type }) => `"${name.replaceAll('.', '_')}": '${TYPES[type]}'`)
    .join(', ');
  await connection.run(
    `create table t as select row_number() over () as rid, * from read_json('${file}', format = 'newline_delimited', columns = {${columns}})`,
  );
  rmSync(folder, { recursive: true, force: true });
  return {
    records: all.length,
    queries: filters => {
      const selects = filters.map((filter, i) => `select ${i} as rule, rid from t where ${filter}`);
      const chunks = [];
      for (let i = 0; i < selects.length; i += RULES_PER_QUERY) {
        chunks.push(selects.slice(i, i + RULES_PER_QUERY).join(' union all '));
      }
      return chunks;
    },
    runAll: async queries => {
      for (const query of queries) await connection.run(query);
    },
    close: () => connection.closeSync(),
  };
}
