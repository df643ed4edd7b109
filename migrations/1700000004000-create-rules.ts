import type { MigrationInterface, QueryRunner } from 'typeorm';

import { longText } from '../src/database/long-text';

export class CreateRules1700000004000 implements MigrationInterface {
  name = 'CreateRules1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    const text = longText(runner);
    await runner.query(`CREATE TABLE "rules" (
      "id" nvarchar(36) NOT NULL,
      "recordType" nvarchar(100) NOT NULL,
      "latestVersion" integer NOT NULL,
      "latestState" nvarchar(40) NOT NULL,
      "activeVersion" integer NULL,
      "createdAt" nvarchar(30) NOT NULL,
      "archivedAt" nvarchar(30) NULL,
      CONSTRAINT "PK_rules" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE INDEX "IX_rules_recordType" ON "rules" ("recordType", "activeVersion")`);
    await runner.query(`CREATE TABLE "rule_versions" (
      "id" nvarchar(36) NOT NULL,
      "ruleId" nvarchar(36) NOT NULL,
      "version" integer NOT NULL,
      "recordType" nvarchar(100) NOT NULL,
      "state" nvarchar(40) NOT NULL,
      "hash" nvarchar(64) NOT NULL,
      "rule" ${text} NOT NULL,
      "authorId" nvarchar(36) NOT NULL,
      "authorName" nvarchar(200) NOT NULL,
      "contributors" ${text} NOT NULL,
      "promptId" nvarchar(36) NULL,
      "createdAt" nvarchar(30) NOT NULL,
      "submittedAt" nvarchar(30) NULL,
      "activatedAt" nvarchar(30) NULL,
      "retiredAt" nvarchar(30) NULL,
      CONSTRAINT "PK_rule_versions" PRIMARY KEY ("id"),
      CONSTRAINT "FK_rule_versions_rules" FOREIGN KEY ("ruleId") REFERENCES "rules" ("id")
    )`);
    await runner.query(`CREATE UNIQUE INDEX "UQ_rule_versions_version" ON "rule_versions" ("ruleId", "version")`);
    await runner.query(`CREATE INDEX "IX_rule_versions_recordType" ON "rule_versions" ("recordType", "state")`);
    await runner.query(`CREATE TABLE "decisions" (
      "id" nvarchar(36) NOT NULL,
      "ruleId" nvarchar(36) NOT NULL,
      "version" integer NOT NULL,
      "decision" nvarchar(40) NOT NULL,
      "hash" nvarchar(64) NOT NULL,
      "byId" nvarchar(36) NOT NULL,
      "byName" nvarchar(200) NOT NULL,
      "at" nvarchar(30) NOT NULL,
      "comment" ${text} NULL,
      CONSTRAINT "PK_decisions" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE UNIQUE INDEX "UQ_decisions_version" ON "decisions" ("ruleId", "version")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "decisions"`);
    await runner.query(`DROP TABLE "rule_versions"`);
    await runner.query(`DROP TABLE "rules"`);
  }
}
