import { setImmediate as nextTurn } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import {
  answerPrompt,
  createEmbeddedTranslator,
  listsSaidIn,
  prepareGrounding,
  type TranslationAnswer,
  type TranslationFailure,
} from '@lib/language';
import { type Clock, fail, nameKey, ok, type Result } from '@lib/rules';

import type { Actor } from '../auth/actor';
import { SampleReader } from '../catalog/sample-reader';
import { ShownSample } from '../catalog/shown-sample';
import { glossaryOf } from './glossary-names';
import { GlossaryReader } from './glossary-reader';
import { RuleNames } from './rule-names';

export interface TermWords {
  readonly words: string;
  readonly language?: string;
  /** The name that is being defined: its words do not use what it has meant so far. */
  readonly name?: string;
}

/** Shows what the words of a term come to, before anybody keeps it. Only the embedded translator is asked. */
@Injectable()
export class TermDrafts {
  private readonly translator = createEmbeddedTranslator();

  constructor(
    private readonly samples: SampleReader,
    private readonly shown: ShownSample,
    private readonly glossary: GlossaryReader,
    private readonly names: RuleNames,
  ) {}

  async draft(
    recordTypeName: string,
    { words, language, name }: TermWords,
    clock: Clock,
    actor: Actor,
  ): Promise<Result<TranslationAnswer, { readonly kind: 'no-record-type' } | TranslationFailure>> {
    const sample = await this.samples.read(recordTypeName);
    if (!sample) return fail({ kind: 'no-record-type' });
    const { recordType, records, total } = sample;
    const shown = await this.shown.for(actor, sample);
    const current = await this.glossary.current(recordTypeName);
    const isOther = (said: string): boolean => name === undefined || nameKey(said) !== nameKey(name);
    const glossary = glossaryOf(current.versions.filter(({ term, list }) => isOther((term ?? list).name)));
    const asked = {
      text: words,
      ...shown,
      evidence: { recordType, sample: records },
      glossary,
      ...(language !== undefined && { language }),
    };
    const lists = await this.names.entriesOf(recordTypeName, listsSaidIn(asked));
    await prepareGrounding(shown.recordType, shown.sample, nextTurn);
    const answered = await answerPrompt(this.translator, { ...asked, clock, lists }, { total, limit: 0 });
    if (!answered.ok) return answered;
    const { rule } = answered.value;
    return rule && rule.actions.length > 0 ? ok(withoutRule(answered.value)) : answered;
  }
}

/** A term says which records are meant, not what is done to them. */
function withoutRule(answer: TranslationAnswer): TranslationAnswer {
  const { rule: _rule, explanation: _explanation, preview: _preview, ...rest } = answer;
  const reason = 'A term says which records are meant. Leave out what is to be done to them.';
  return { ...rest, outcome: 'impossible', reason, confidence: 0 };
}
