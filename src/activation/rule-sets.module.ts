import { Global, Module } from '@nestjs/common';

import { RecordTypeWatch } from '../catalog/record-type-watch';
import { GlossaryModule } from '../glossary/glossary.module';
import { RuleSetKeeper } from './rule-set-keeper';
import { RuleSets } from './rule-sets';
import { TypeormRuleSets } from './typeorm-rule-sets';

/** Where every rule set that was ever active is kept; follows the catalog, whose fields are part of it. */
@Global()
@Module({
  imports: [GlossaryModule],
  providers: [
    { provide: RuleSets, useClass: TypeormRuleSets },
    RuleSetKeeper,
    { provide: RecordTypeWatch, useExisting: RuleSetKeeper },
  ],
  exports: [RuleSets, RuleSetKeeper, RecordTypeWatch],
})
export class RuleSetsModule {}
