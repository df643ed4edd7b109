import { Column, type ColumnOptions, type QueryRunner } from 'typeorm';

/** The type of a column that holds text of any length: the only place where the two dialects part. */
export function longText(runner: QueryRunner): string {
  return runner.connection.options.type === 'mssql' ? 'nvarchar(max)' : 'nvarchar';
}

/** A column made with `longText`. Without a length the driver sends what it needs, up to `nvarchar(max)`. */
export function LongTextColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('nvarchar', options);
}

/** A document kept in a `longText` column. Written and read as JSON by us: `simple-json` would become `ntext` on SQL Server. */
export function JsonColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('nvarchar', {
    ...options,
    transformer: {
      to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
      from: (text: string | null) => (text === null ? null : (JSON.parse(text) as unknown)),
    },
  });
}
