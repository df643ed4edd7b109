import type { MigrationInterface, QueryRunner } from 'typeorm';

import { longText } from '../src/database/long-text';

export class CreatePrompts1700000005000 implements MigrationInterface {
  name = 'CreatePrompts1700000005000';

  async up(runner: QueryRunner): Promise<void> {
    const text = longText(runner);
    await runner.query(`CREATE TABLE "conversations" (
      "id" nvarchar(36) NOT NULL,
      "byId" nvarchar(36) NOT NULL,
      "recordType" nvarchar(100) NOT NULL,
      "createdAt" nvarchar(30) NOT NULL,
      "usedAt" nvarchar(30) NOT NULL,
      CONSTRAINT "PK_conversations" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE TABLE "prompts" (
      "id" nvarchar(36) NOT NULL,
      "conversationId" nvarchar(36) NOT NULL,
      "state" nvarchar(40) NOT NULL,
      "text" ${text} NOT NULL,
      "recordType" nvarchar(100) NOT NULL,
      "byId" nvarchar(36) NOT NULL,
      "byName" nvarchar(200) NOT NULL,
      "receivedAt" nvarchar(30) NOT NULL,
      "finishedAt" nvarchar(30) NULL,
      "request" ${text} NOT NULL,
      "translator" nvarchar(40) NULL,
      "language" nvarchar(40) NULL,
      "outcome" nvarchar(40) NULL,
      "confidence" integer NULL,
      "grounding" ${text} NULL,
      "answer" ${text} NULL,
      "failure" ${text} NULL,
      "usage" ${text} NULL,
      "ruleId" nvarchar(36) NULL,
      "ruleVersion" integer NULL,
      "archivedAt" nvarchar(30) NULL,
      CONSTRAINT "PK_prompts" PRIMARY KEY ("id"),
      CONSTRAINT "FK_prompts_conversations" FOREIGN KEY ("conversationId") REFERENCES "conversations" ("id")
    )`);
    await runner.query(`CREATE INDEX "IX_prompts_conversationId" ON "prompts" ("conversationId")`);
    await runner.query(`CREATE INDEX "IX_prompts_byId" ON "prompts" ("byId")`);
    await runner.query(`CREATE INDEX "IX_prompts_state" ON "prompts" ("state")`);
    await runner.query(`CREATE TABLE "exchanges" (
      "id" nvarchar(36) NOT NULL,
      "promptId" nvarchar(36) NOT NULL,
      "position" integer NOT NULL,
      "sent" ${text} NOT NULL,
      "received" ${text} NULL,
      "at" nvarchar(30) NOT NULL,
      "ms" integer NULL,
      "status" integer NULL,
      CONSTRAINT "PK_exchanges" PRIMARY KEY ("id"),
      CONSTRAINT "FK_exchanges_prompts" FOREIGN KEY ("promptId") REFERENCES "prompts" ("id")
    )`);
    await runner.query(`CREATE UNIQUE INDEX "UQ_exchanges_position" ON "exchanges" ("promptId", "position")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "exchanges"`);
    await runner.query(`DROP TABLE "prompts"`);
    await runner.query(`DROP TABLE "conversations"`);
  }
}
