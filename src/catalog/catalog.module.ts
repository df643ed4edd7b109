import { Module } from '@nestjs/common';

import { RecordTypes } from './record-types';
import { SampleReader } from './sample-reader';
import { Samples } from './samples';
import { TypeormRecordTypes } from './typeorm-record-types';
import { TypeormSamples } from './typeorm-samples';

@Module({
  providers: [
    { provide: RecordTypes, useClass: TypeormRecordTypes },
    { provide: Samples, useClass: TypeormSamples },
    SampleReader,
  ],
  exports: [RecordTypes, Samples, SampleReader],
})
export class CatalogModule {}
