import type { JsonValue } from '@lib/rules';

import type { Page, PageRequest } from '../database/page';

/** Who did it, as it was then. */
export interface AuditActor {
  readonly kind: 'person' | 'key' | 'system';
  readonly id: string;
  readonly name: string;
}

export interface AuditSubject {
  readonly type:
    | 'rule'
    | 'record-type'
    | 'term'
    | 'list'
    | 'prompt'
    | 'user'
    | 'api-key'
    | 'setting'
    | 'session'
    | 'rule-set'
    | 'installation';
  readonly id: string;
  readonly version?: number;
}

export interface NewAuditEvent {
  /** Past tense, kebab-case: `rule-submitted`. */
  readonly action: string;
  readonly subject: AuditSubject;
  readonly recordType?: string;
  /** Never record values or secrets. */
  readonly detail?: JsonValue;
}

export interface AuditEvent extends NewAuditEvent {
  readonly id: string;
  readonly at: string;
  readonly actor: AuditActor;
}

export interface AuditQuery extends PageRequest {
  readonly actor?: string;
  readonly action?: string;
  readonly subjectType?: string;
  readonly subjectId?: string;
  /** Only events of these record types, and those of none. */
  readonly recordTypes?: readonly string[];
}

/**
 * Who did what to which version, when. Only ever added to. Append inside the `Database.write` that makes the change,
 * so that neither is kept without the other.
 */
export abstract class AuditTrail {
  abstract append(actor: AuditActor, event: NewAuditEvent): Promise<void>;
  /** Newest first. */
  abstract list(query: AuditQuery): Promise<Page<AuditEvent>>;
}
