import { Module } from '@nestjs/common';

import { CatalogController } from './catalog.controller';
import { CatalogService } from './catalog.service';
import { ImportService } from './import.service';
import { RecordTypes } from './record-types';
import { SampleReader } from './sample-reader';
import { Samples } from './samples';
import { ShownSample } from './shown-sample';
import { TypeormRecordTypes } from './typeorm-record-types';
import { TypeormSamples } from './typeorm-samples';

/**
 * Needs somebody to answer for `Dependants`: the rules do (`rules/rule-versions.module.ts`), and for `RecordTypeWatch`: the
 * activation does (`activation/rule-sets.module.ts`).
 */
@Module({
  controllers: [CatalogController],
  providers: [
    { provide: RecordTypes, useClass: TypeormRecordTypes },
    { provide: Samples, useClass: TypeormSamples },
    SampleReader,
    ShownSample,
    ImportService,
    CatalogService,
  ],
  exports: [RecordTypes, Samples, SampleReader, ShownSample, ImportService],
})
export class CatalogModule {}
