import { MIGRATIONS } from '../migrations/migrations';
import { ActivationRow, RuleSetRow } from './activation/rule-set.entity';
import { AuditEventRow } from './audit/audit-event.entity';
import { ApiKeyRow } from './auth/api-key.entity';
import { SessionRow } from './auth/session.entity';
import { SetupLinkRow } from './auth/setup-link.entity';
import { UserRow } from './auth/user.entity';
import { RecordTypeRow } from './catalog/record-type.entity';
import { SampleChunkRow } from './catalog/sample-chunk.entity';
import type { Schema } from './database/open-database';
import { GlossaryNameRow } from './glossary/glossary-name.entity';
import { GlossaryVersionRow } from './glossary/glossary-version.entity';
import { ListChunkRow } from './glossary/list-chunk.entity';
import { IdempotencyRow } from './http/idempotency.entity';
import { DecisionRow } from './rules/decision.entity';
import { RuleRow } from './rules/rule.entity';
import { RuleVersionRow } from './rules/rule-version.entity';
import { SettingRow } from './settings/setting.entity';
import { ConversationRow, ExchangeRow, PromptRow } from './translation/prompt.entity';

/** Every table, for the service, the command line and tests. */
export const SCHEMA: Schema = {
  entities: [
    UserRow,
    SessionRow,
    SetupLinkRow,
    ApiKeyRow,
    SettingRow,
    AuditEventRow,
    IdempotencyRow,
    RecordTypeRow,
    SampleChunkRow,
    GlossaryNameRow,
    GlossaryVersionRow,
    ListChunkRow,
    RuleRow,
    RuleVersionRow,
    DecisionRow,
    ConversationRow,
    PromptRow,
    ExchangeRow,
    RuleSetRow,
    ActivationRow,
  ],
  migrations: MIGRATIONS,
};
