import type { MigrationInterface, QueryRunner } from 'typeorm';

import { longText } from '../src/database/long-text';

export class CreateCatalog1700000003000 implements MigrationInterface {
  name = 'CreateCatalog1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    const text = longText(runner);
    await runner.query(`CREATE TABLE "record_types" (
      "name" nvarchar(100) NOT NULL,
      "version" integer NOT NULL,
      "body" ${text} NOT NULL,
      "records" integer NOT NULL,
      "sampleId" nvarchar(36) NULL,
      "sampleSize" integer NOT NULL,
      "source" nvarchar(200) NULL,
      "importedAt" nvarchar(30) NULL,
      "createdAt" nvarchar(30) NOT NULL,
      "updatedAt" nvarchar(30) NOT NULL,
      "archivedAt" nvarchar(30) NULL,
      CONSTRAINT "PK_record_types" PRIMARY KEY ("name")
    )`);
    await runner.query(`CREATE TABLE "sample_chunks" (
      "id" nvarchar(36) NOT NULL,
      "recordType" nvarchar(100) NOT NULL,
      "sampleId" nvarchar(36) NOT NULL,
      "position" integer NOT NULL,
      "records" ${text} NOT NULL,
      CONSTRAINT "PK_sample_chunks" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE INDEX "IX_sample_chunks_set" ON "sample_chunks" ("recordType", "sampleId", "position")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "sample_chunks"`);
    await runner.query(`DROP TABLE "record_types"`);
  }
}
