import 'reflect-metadata';

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DataSource } from 'typeorm';

import { ruleSetsContract } from '../src/activation/rule-sets.contract';
import { TypeormRuleSets } from '../src/activation/typeorm-rule-sets';
import { auditTrailContract } from '../src/audit/audit-trail.contract';
import { TypeormAuditTrail } from '../src/audit/typeorm-audit-trail';
import { apiKeysContract } from '../src/auth/api-keys.contract';
import { sessionsContract } from '../src/auth/sessions.contract';
import { setupLinksContract } from '../src/auth/setup-links.contract';
import { TypeormApiKeys } from '../src/auth/typeorm-api-keys';
import { TypeormSessions } from '../src/auth/typeorm-sessions';
import { TypeormSetupLinks } from '../src/auth/typeorm-setup-links';
import { TypeormUsers } from '../src/auth/typeorm-users';
import { usersContract } from '../src/auth/users.contract';
import { recordTypesContract } from '../src/catalog/record-types.contract';
import { TypeormRecordTypes } from '../src/catalog/typeorm-record-types';
import { TypeormSamples } from '../src/catalog/typeorm-samples';
import { databaseContract } from '../src/database/database.contract';
import type { Database } from '../src/database/database';
import { glossaryNamesContract } from '../src/glossary/glossary-names.contract';
import { TypeormGlossaryNames } from '../src/glossary/typeorm-glossary-names';
import { TypeormListEntries } from '../src/glossary/typeorm-list-entries';
import { idempotentAnswersContract } from '../src/http/idempotent-answers.contract';
import { TypeormIdempotentAnswers } from '../src/http/typeorm-idempotent-answers';
import { ruleVersionsContract } from '../src/rules/rule-versions.contract';
import { TypeormRuleVersions } from '../src/rules/typeorm-rule-versions';
import { Ids } from '../src/runtime/ids';
import { HeldWallClock } from '../src/runtime/wall-clock';
import { settingsContract } from '../src/settings/settings.contract';
import { TypeormSettings } from '../src/settings/typeorm-settings';
import { promptsContract } from '../src/translation/prompts.contract';
import { TypeormPrompts } from '../src/translation/typeorm-prompts';
import { envOf, openDatabase, type OpenedDatabase } from './opening';
import { openingContract } from './opening.contract';

interface Place {
  readonly url: string;
  readonly remove: () => Promise<void> | void;
}

function sqlitePlace(): Place {
  const directory = mkdtempSync(join(tmpdir(), 'rulewright-adapters-'));
  return { url: join(directory, 'adapters.db'), remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** A database of its own on the server, so that a run leaves nothing behind. */
async function mssqlPlace(server: string): Promise<Place> {
  const name = `rulewright_test_${randomBytes(6).toString('hex')}`;
  const inServer = async (statement: string) => {
    const target = envOf(server).database;
    if (target.kind !== 'mssql') throw new Error('TEST_MSSQL_URL must begin with mssql://');
    const source = new DataSource({
      type: 'mssql',
      host: target.host,
      port: target.port,
      database: target.database,
      username: target.user,
      password: target.password,
      options: { encrypt: target.encrypt, trustServerCertificate: target.trustServerCertificate },
    });
    await source.initialize();
    await source.query(statement);
    await source.destroy();
  };
  await inServer(`CREATE DATABASE "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => inServer(`DROP DATABASE "${name}"`) };
}

/** Made at first use, then the same. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function contracts(place: () => Place | Promise<Place>): void {
  let at: Place;
  let opened: OpenedDatabase;
  let database: Database;
  const clock = new HeldWallClock();
  const ids = new Ids(clock);
  beforeAll(async () => {
    at = await place();
    opened = await openDatabase(at.url);
    database = opened.database;
  });
  afterAll(async () => {
    await opened.nest.close();
    await at.remove();
  });

  describe('opening and closing', () => {
    const places: Place[] = [];
    openingContract(async () => {
      const empty = await place();
      places.push(empty);
      return empty.url;
    });
    afterAll(async () => {
      for (const { remove } of places) await remove();
    });
  });

  describe('the database', () => databaseContract(() => database));
  describe('users', () => usersContract(() => ({ users: new TypeormUsers(database), nextId: () => ids.next() })));
  describe('sessions', () =>
    sessionsContract(async () => {
      const userId = ids.next();
      await new TypeormUsers(database).add({
        id: userId,
        name: userId,
        rights: {},
        version: 1,
        createdAt: clock.now(),
      });
      return { sessions: new TypeormSessions(database), userId };
    }));
  describe('API keys', () => apiKeysContract(() => ({ keys: new TypeormApiKeys(database), nextId: () => ids.next() })));
  describe('setup links', () => setupLinksContract(() => new TypeormSetupLinks(database)));
  describe('the audit trail', () => auditTrailContract(() => new TypeormAuditTrail(database, ids, clock)));
  describe('settings', () => settingsContract(() => new TypeormSettings(database, clock)));
  describe('record types and samples', () =>
    recordTypesContract(
      once(() => ({
        recordTypes: new TypeormRecordTypes(database, clock),
        samples: new TypeormSamples(database, ids),
        undo: async work => {
          const undone = new Error('undone');
          const failing = database.write(async () => {
            await work();
            throw undone;
          });
          await expect(failing).rejects.toBe(undone);
        },
      })),
    ));
  describe('the glossary', () =>
    glossaryNamesContract(() => ({
      names: new TypeormGlossaryNames(database, ids, clock),
      entries: new TypeormListEntries(database, ids, clock),
      clock,
    })));
  describe('rule versions', () => ruleVersionsContract(() => new TypeormRuleVersions(database, ids, clock)));
  describe('prompts', () => promptsContract(() => new TypeormPrompts(database, ids, clock)));
  describe('rule sets', () => ruleSetsContract(() => new TypeormRuleSets(database, ids, clock)));
  describe('idempotent answers', () =>
    idempotentAnswersContract(() => ({ answers: new TypeormIdempotentAnswers(database, clock), clock })));
}

describe('on SQLite', () => contracts(sqlitePlace));

const server = process.env['TEST_MSSQL_URL'];
if (server) describe('on SQL Server', () => contracts(() => mssqlPlace(server)));
else it.skip('on SQL Server: set TEST_MSSQL_URL to run the same contracts there', () => undefined);
