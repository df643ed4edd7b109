import type { MessagePort } from 'node:worker_threads';

import type { ApplyOptions } from '../apply-record';
import type { StreamTotals } from '../apply-stream';
import type { RuleSetSource } from '../running-rule-set';

/** What opens a stream in a judging thread; everything else goes through its port. */
export interface OpenStream {
  readonly port: MessagePort;
  /** Names a rule set and its reading; the thread asks for the source of one it does not have. */
  readonly ruleSet: string;
  readonly options: ApplyOptions & { readonly maxLineBytes: number };
}

export type ToThread =
  | { readonly kind: 'rule-set'; readonly source: RuleSetSource }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' };

export type FromThread =
  | { readonly kind: 'rule-set-needed' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'judged'; readonly records: number }
  | { readonly kind: 'results'; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly totals: StreamTotals };
