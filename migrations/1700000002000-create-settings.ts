import type { MigrationInterface, QueryRunner } from 'typeorm';

import { longText } from '../src/database/long-text';

export class CreateSettings1700000002000 implements MigrationInterface {
  name = 'CreateSettings1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    const text = longText(runner);
    await runner.query(`CREATE TABLE "settings" (
      "name" nvarchar(60) NOT NULL,
      "value" ${text} NOT NULL,
      "updatedAt" nvarchar(30) NOT NULL,
      CONSTRAINT "PK_settings" PRIMARY KEY ("name")
    )`);
    await runner.query(`CREATE TABLE "idempotency_keys" (
      "id" nvarchar(64) NOT NULL,
      "request" nvarchar(64) NOT NULL,
      "createdAt" nvarchar(30) NOT NULL,
      "status" integer NULL,
      "body" ${text} NULL,
      CONSTRAINT "PK_idempotency_keys" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE INDEX "IX_idempotency_keys_createdAt" ON "idempotency_keys" ("createdAt")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "idempotency_keys"`);
    await runner.query(`DROP TABLE "settings"`);
  }
}
