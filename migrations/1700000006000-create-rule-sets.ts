import type { MigrationInterface, QueryRunner } from 'typeorm';

import { longText } from '../src/database/long-text';

export class CreateRuleSets1700000006000 implements MigrationInterface {
  name = 'CreateRuleSets1700000006000';

  async up(runner: QueryRunner): Promise<void> {
    const text = longText(runner);
    await runner.query(`CREATE TABLE "rule_sets" (
      "hash" nvarchar(64) NOT NULL,
      "recordType" nvarchar(100) NOT NULL,
      "fields" ${text} NOT NULL,
      "entries" ${text} NOT NULL,
      "firstActiveAt" nvarchar(30) NOT NULL,
      CONSTRAINT "PK_rule_sets" PRIMARY KEY ("hash")
    )`);
    await runner.query(`CREATE TABLE "activations" (
      "id" nvarchar(36) NOT NULL,
      "recordType" nvarchar(100) NOT NULL,
      "ruleSet" nvarchar(64) NOT NULL,
      "act" nvarchar(40) NOT NULL,
      "ruleId" nvarchar(36) NULL,
      "version" integer NULL,
      "byId" nvarchar(36) NOT NULL,
      "byName" nvarchar(200) NOT NULL,
      "at" nvarchar(30) NOT NULL,
      CONSTRAINT "PK_activations" PRIMARY KEY ("id"),
      CONSTRAINT "FK_activations_rule_sets" FOREIGN KEY ("ruleSet") REFERENCES "rule_sets" ("hash")
    )`);
    await runner.query(`CREATE INDEX "IX_activations_recordType" ON "activations" ("recordType", "id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "activations"`);
    await runner.query(`DROP TABLE "rule_sets"`);
  }
}
