import type { MigrationInterface, QueryRunner } from 'typeorm';

import { longText } from '../src/database/long-text';

export class CreatePeople1700000000000 implements MigrationInterface {
  name = 'CreatePeople1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    const text = longText(runner);
    await runner.query(`CREATE TABLE "users" (
      "id" varchar(36) NOT NULL,
      "name" nvarchar(200) NOT NULL,
      "nameKey" nvarchar(200) NOT NULL,
      "passwordHash" ${text} NULL,
      "preset" varchar(40) NULL,
      "rights" ${text} NOT NULL,
      "version" integer NOT NULL,
      "createdAt" varchar(30) NOT NULL,
      "disabledAt" varchar(30) NULL,
      CONSTRAINT "PK_users" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE UNIQUE INDEX "UQ_users_nameKey" ON "users" ("nameKey")`);
    await runner.query(`CREATE TABLE "sessions" (
      "hash" varchar(64) NOT NULL,
      "userId" varchar(36) NOT NULL,
      "createdAt" varchar(30) NOT NULL,
      "expiresAt" varchar(30) NOT NULL,
      "usedAt" varchar(30) NOT NULL,
      CONSTRAINT "PK_sessions" PRIMARY KEY ("hash"),
      CONSTRAINT "FK_sessions_users" FOREIGN KEY ("userId") REFERENCES "users" ("id")
    )`);
    await runner.query(`CREATE INDEX "IX_sessions_userId" ON "sessions" ("userId")`);
    await runner.query(`CREATE TABLE "setup_links" (
      "hash" varchar(64) NOT NULL,
      "createdAt" varchar(30) NOT NULL,
      "expiresAt" varchar(30) NOT NULL,
      "usedAt" varchar(30) NULL,
      CONSTRAINT "PK_setup_links" PRIMARY KEY ("hash")
    )`);
    await runner.query(`CREATE TABLE "api_keys" (
      "id" varchar(36) NOT NULL,
      "name" nvarchar(200) NOT NULL,
      "signature" varchar(64) NOT NULL,
      "scopes" ${text} NOT NULL,
      "recordTypes" ${text} NULL,
      "createdBy" varchar(36) NOT NULL,
      "createdAt" varchar(30) NOT NULL,
      "expiresAt" varchar(30) NULL,
      "revokedAt" varchar(30) NULL,
      "usedAt" varchar(30) NULL,
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
