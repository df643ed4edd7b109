import type { MigrationInterface, QueryRunner } from 'typeorm';

import { longText } from '../src/database/long-text';

export class CreateAuditEvents1700000001000 implements MigrationInterface {
  name = 'CreateAuditEvents1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    const text = longText(runner);
    await runner.query(`CREATE TABLE "audit_events" (
      "id" nvarchar(36) NOT NULL,
      "at" nvarchar(30) NOT NULL,
      "actorKind" nvarchar(40) NOT NULL,
      "actorId" nvarchar(36) NOT NULL,
      "actorName" nvarchar(200) NOT NULL,
      "action" nvarchar(60) NOT NULL,
      "subjectType" nvarchar(40) NOT NULL,
      "subjectId" nvarchar(200) NOT NULL,
      "subjectVersion" integer NULL,
      "recordType" nvarchar(200) NULL,
      "detail" ${text} NULL,
      CONSTRAINT "PK_audit_events" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE INDEX "IX_audit_events_subject" ON "audit_events" ("subjectType", "subjectId")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "audit_events"`);
  }
}
