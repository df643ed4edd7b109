import { Module } from '@nestjs/common';

import { RuleSets } from './rule-sets';
import { TypeormRuleSets } from './typeorm-rule-sets';

/** Where every rule set that was ever active is kept. */
@Module({ providers: [{ provide: RuleSets, useClass: TypeormRuleSets }], exports: [RuleSets] })
export class RuleSetsModule {}
