import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

import { Env } from '../config/env';
import { Database } from './database';
import { FileLock } from './file-lock';
import { openReader, openWriter, type Schema, writerOptions } from './open-database';

interface Sharing {
  /** Keeps other services away from an embedded file. Default: yes. */
  readonly alone?: boolean;
}

/** The lock is taken before anything is opened and given back after everything is closed, or where opening failed. */
@Module({})
class FileLockModule {
  static with(sharing: Sharing): DynamicModule {
    const lock = { provide: FileLock, inject: [Env], useFactory: (env: Env) => FileLock.of(env.database, sharing) };
    return { module: FileLockModule, providers: [lock], exports: [FileLock] };
  }
}

type WriterOptions = TypeOrmModuleOptions & { readonly open: () => Promise<DataSource> };

/**
 * Opens and closes. Not global, because Nest ends global modules last: so this one has drained and closed the writer
 * before TypeOrmModule, which is global, would destroy it under the last transaction.
 */
@Module({})
class OpenDatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  static with(schema: Schema, sharing: Sharing): DynamicModule {
    const lock = FileLockModule.with(sharing);
    return {
      module: OpenDatabaseModule,
      imports: [
        lock,
        TypeOrmModule.forRootAsync({
          imports: [lock],
          inject: [Env, FileLock],
          useFactory: async (env: Env, held: FileLock): Promise<WriterOptions> => {
            const options = await writerOptions(env, schema);
            const open = () => openWriter(env, schema, options).catch(giveBack(held));
            // A wrong address does not become right by asking again: it is said at once.
            return { ...options, retryAttempts: 0, toRetry: () => false, open };
          },
          dataSourceFactory: options => (options as WriterOptions).open(),
        }),
      ],
      providers: [
        {
          provide: Database,
          inject: [DataSource, Env, FileLock],
          useFactory: async (writer: DataSource, env: Env, held: FileLock) =>
            new Database(writer, await openReader(writer, env, schema).catch(giveBack(held)), held.release),
        },
      ],
      exports: [Database],
    };
  }

  /** After the last request has been answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** Hands the database to every feature. */
@Global()
@Module({})
export class DatabaseModule {
  static with(schema: Schema, sharing: Sharing = {}): DynamicModule {
    const open = OpenDatabaseModule.with(schema, sharing);
    return { module: DatabaseModule, imports: [open], exports: [open] };
  }
}

function giveBack(held: FileLock): (error: unknown) => never {
  return error => {
    held.release();
    throw error;
  };
}
