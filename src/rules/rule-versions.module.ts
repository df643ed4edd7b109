import { Module } from '@nestjs/common';

import { RuleVersions } from './rule-versions';
import { TypeormRuleVersions } from './typeorm-rule-versions';

/** Where rules are kept, for every feature that reads or moves them. */
@Module({ providers: [{ provide: RuleVersions, useClass: TypeormRuleVersions }], exports: [RuleVersions] })
export class RuleVersionsModule {}
