import type { MigrationInterface, QueryRunner } from 'typeorm';

import { longText } from '../src/database/long-text';

export class CreatePeople1700000000000 implements MigrationInterface {
  name = 'CreatePeople1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    const text = longText(runner);
    await runner.query(`CREATE TABLE "users" (
      "id" nvarchar(36) NOT NULL,
      "name" nvarchar(200) NOT NULL,
      "nameKey" nvarchar(200) NOT NULL,
      "passwordHash" ${text} NULL,
      "preset" nvarchar(40) NULL,
      "rights" ${text} NOT NULL,
      "version" integer NOT NULL,
      "createdAt" nvarchar(30) NOT NULL,
      "disabledAt" nvarchar(30) NULL,
      CONSTRAINT "PK_users" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE UNIQUE INDEX "UQ_users_nameKey" ON "users" ("nameKey")`);
    await runner.query(`CREATE TABLE "sessions" (
      "hash" nvarchar(64) NOT NULL,
      "userId" nvarchar(36) NOT NULL,
      "createdAt" nvarchar(30) NOT NULL,
      "expiresAt" nvarchar(30) NOT NULL,
      "usedAt" nvarchar(30) NOT NULL,
      CONSTRAINT "PK_sessions" PRIMARY KEY ("hash"),
      CONSTRAINT "FK_sessions_users" FOREIGN KEY ("userId") REFERENCES "users" ("id")
    )`);
    await runner.query(`CREATE INDEX "IX_sessions_userId" ON "sessions" ("userId")`);
    await runner.query(`CREATE TABLE "setup_links" (
      "hash" nvarchar(64) NOT NULL,
      "createdAt" nvarchar(30) NOT NULL,
      "expiresAt" nvarchar(30) NOT NULL,
      "usedAt" nvarchar(30) NULL,
      CONSTRAINT "PK_setup_links" PRIMARY KEY ("hash")
    )`);
    await runner.query(`CREATE TABLE "api_keys" (
      "id" nvarchar(36) NOT NULL,
      "name" nvarchar(200) NOT NULL,
      "signature" nvarchar(64) NOT NULL,
      "scopes" ${text} NOT NULL,
      "recordTypes" ${text} NULL,
      "createdBy" nvarchar(36) NOT NULL,
      "createdAt" nvarchar(30) NOT NULL,
      "expiresAt" nvarchar(30) NULL,
      "revokedAt" nvarchar(30) NULL,
      "usedAt" nvarchar(30) NULL,
      CONSTRAINT "PK_api_keys" PRIMARY KEY ("id")
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "api_keys"`);
    await runner.query(`DROP TABLE "setup_links"`);
    await runner.query(`DROP TABLE "sessions"`);
    await runner.query(`DROP TABLE "users"`);
  }
}
