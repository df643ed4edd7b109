import type { MigrationInterface, QueryRunner } from 'typeorm';

import { longText } from '../src/database/long-text';

export class CreateGlossary1700000007000 implements MigrationInterface {
  name = 'CreateGlossary1700000007000';

  async up(runner: QueryRunner): Promise<void> {
    const text = longText(runner);
    await runner.query(`CREATE TABLE "glossary_names" (
      "id" nvarchar(36) NOT NULL,
      "recordType" nvarchar(100) NOT NULL,
      "kind" nvarchar(40) NOT NULL,
      "name" nvarchar(200) NOT NULL,
      "nameKey" nvarchar(200) NOT NULL,
      "latestVersion" integer NOT NULL,
      "createdAt" nvarchar(30) NOT NULL,
      "archivedAt" nvarchar(30) NULL,
      CONSTRAINT "PK_glossary_names" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE UNIQUE INDEX "UQ_glossary_names_name" ON "glossary_names" ("recordType", "nameKey")`);
    await runner.query(`CREATE TABLE "glossary_versions" (
      "id" nvarchar(36) NOT NULL,
      "nameId" nvarchar(36) NOT NULL,
      "version" integer NOT NULL,
      "body" ${text} NOT NULL,
      "entriesId" nvarchar(36) NULL,
      "authorId" nvarchar(36) NOT NULL,
      "authorName" nvarchar(200) NOT NULL,
      "createdAt" nvarchar(30) NOT NULL,
      CONSTRAINT "PK_glossary_versions" PRIMARY KEY ("id"),
      CONSTRAINT "FK_glossary_versions_names" FOREIGN KEY ("nameId") REFERENCES "glossary_names" ("id")
    )`);
    await runner.query(
      `CREATE UNIQUE INDEX "UQ_glossary_versions_version" ON "glossary_versions" ("nameId", "version")`,
    );
    await runner.query(`CREATE TABLE "list_chunks" (
      "id" nvarchar(36) NOT NULL,
      "entriesId" nvarchar(36) NOT NULL,
      "position" integer NOT NULL,
      "entries" ${text} NOT NULL,
      CONSTRAINT "PK_list_chunks" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE INDEX "IX_list_chunks_entries" ON "list_chunks" ("entriesId", "position")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "list_chunks"`);
    await runner.query(`DROP TABLE "glossary_versions"`);
    await runner.query(`DROP TABLE "glossary_names"`);
  }
}
