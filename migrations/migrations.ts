import { CreatePeople1700000000000 } from './1700000000000-create-people';
import { CreateAuditEvents1700000001000 } from './1700000001000-create-audit-events';
import { CreateSettings1700000002000 } from './1700000002000-create-settings';
import { CreateCatalog1700000003000 } from './1700000003000-create-catalog';
import { CreateRules1700000004000 } from './1700000004000-create-rules';
import { CreatePrompts1700000005000 } from './1700000005000-create-prompts';
import { CreateRuleSets1700000006000 } from './1700000006000-create-rule-sets';
import { CreateGlossary1700000007000 } from './1700000007000-create-glossary';

/** Every migration, oldest first. New ones go to the end; merged ones are never edited. */
export const MIGRATIONS = [
  CreatePeople1700000000000,
  CreateAuditEvents1700000001000,
  CreateSettings1700000002000,
  CreateCatalog1700000003000,
  CreateRules1700000004000,
  CreatePrompts1700000005000,
  CreateRuleSets1700000006000,
  CreateGlossary1700000007000,
] as const;
