import { type DataSource, MigrationExecutor } from 'typeorm';

/** A newer version of the program has changed the tables: this one would misread them. */
export class NewerSchema extends Error {
  constructor(readonly migrations: readonly string[]) {
    super(
      `The database was made by a newer Rulewright (migrations unknown here: ${migrations.join(', ')}). Start that version, or restore the backup made before the upgrade.`,
    );
    this.name = 'NewerSchema';
  }
}

/** Throws `NewerSchema` where the database holds a migration that this program does not know. */
export async function refuseNewerSchema(source: DataSource): Promise<void> {
  const known = new Set(source.migrations.map(({ name, constructor }) => name ?? constructor.name));
  const done = await new MigrationExecutor(source).getExecutedMigrations();
  const unknown = done.map(({ name }) => name).filter(name => !known.has(name));
  if (unknown.length > 0) throw new NewerSchema(unknown);
}
