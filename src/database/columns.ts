import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';

/** A key made by the application, named so that both databases call the constraint the same. */
export function IdColumn(
  primaryKeyConstraintName: string,
  { type = 'varchar', length = 36 }: { readonly type?: 'varchar' | 'nvarchar'; readonly length?: number } = {},
): PropertyDecorator {
  return PrimaryColumn(type, { length, primaryKeyConstraintName });
}

/** The id of a row of another table. */
export function RefColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('varchar', { length: 36, ...options });
}

/** A moment, as ISO-8601 UTC text: it sorts by time and means the same on both databases. */
export function TimeColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('varchar', { length: 30, ...options });
}

/** A name people gave. */
export function NameColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('nvarchar', { length: 200, ...options });
}

/** A word from a closed set. */
export function WordColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('varchar', { length: 40, ...options });
}

export function CountColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('int', options);
}

/** SHA-256 in hexadecimal digits. */
export function HashColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column('varchar', { length: 64, ...options });
}
