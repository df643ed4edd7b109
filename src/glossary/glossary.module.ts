import { Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module';
import { GlossaryController } from './glossary.controller';
import { GlossaryNames } from './glossary-names';
import { GlossaryReader } from './glossary-reader';
import { GlossaryService } from './glossary.service';
import { ListEntries } from './list-entries';
import { ListTables } from './list-tables';
import { ListsController } from './lists.controller';
import { RuleNames } from './rule-names';
import { TermDrafts } from './term-drafts';
import { TypeormGlossaryNames } from './typeorm-glossary-names';
import { TypeormListEntries } from './typeorm-list-entries';

/** Terms and lists that requests may name: whoever checks, shows or runs rules asks here what those of a rule stood for. */
@Module({
  imports: [CatalogModule],
  controllers: [GlossaryController, ListsController],
  providers: [
    { provide: GlossaryNames, useClass: TypeormGlossaryNames },
    { provide: ListEntries, useClass: TypeormListEntries },
    ListTables,
    GlossaryReader,
    RuleNames,
    GlossaryService,
    TermDrafts,
  ],
  exports: [GlossaryReader, RuleNames],
})
export class GlossaryModule {}
