import { Global, Module } from '@nestjs/common';

import { AuditController } from './audit.controller';
import { AuditTrail } from './audit-trail';
import { TypeormAuditTrail } from './typeorm-audit-trail';

@Global()
@Module({
  controllers: [AuditController],
  providers: [{ provide: AuditTrail, useClass: TypeormAuditTrail }],
  exports: [AuditTrail],
})
export class AuditModule {}
