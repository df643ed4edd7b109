import { Global, Module } from '@nestjs/common';

import { CatalogModule } from '../catalog/catalog.module';
import { Dependants } from '../catalog/dependants';
import { RuleDependants } from './rule-dependants';
import { RuleVersions } from './rule-versions';
import { TypeormRuleVersions } from './typeorm-rule-versions';

/** Where rules are kept, for every feature that reads or moves them; answers the catalog's question who depends on it. */
@Global()
@Module({
  imports: [CatalogModule],
  providers: [
    { provide: RuleVersions, useClass: TypeormRuleVersions },
    { provide: Dependants, useClass: RuleDependants },
  ],
  exports: [RuleVersions, Dependants],
})
export class RuleVersionsModule {}
