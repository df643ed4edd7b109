import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

// All text is nvarchar: the driver sends every text as nvarchar, and a varchar column beside an nvarchar parameter is
// converted row by row, so that SQL Server scans and locks whole tables instead of seeking one key.

/** A key made by the application, named so that both databases call the constraint the same. */
export function IdColumn(
  primaryKeyConstraintName: string,
  { length = 36 }: { readonly length?: number } = {},
): PropertyDecorator {
  return PrimaryColumn('nvarchar', { length, primaryKeyConstraintName });
}

/** The id of a row of another table. */
export function RefColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('nvarchar', { length: 36, ...options });
}

/** A moment, as ISO-8601 UTC text: it sorts by time and means the same on both databases. */
export function TimeColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('nvarchar', { length: 30, ...options });
}

/** A name people gave. */
export function NameColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('nvarchar', { length: 200, ...options });
}

/** A word from a closed set. */
export function WordColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('nvarchar', { length: 40, ...options });
}

export function CountColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('int', options);
}

/** SHA-256 in hexadecimal digits. */
export function HashColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('nvarchar', { length: 64, ...options });
}
