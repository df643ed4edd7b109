import { Injectable } from '@nestjs/common';
import {
  type Action,
  type Clock,
  fail,
  inTurns,
  ok,
  type Preview,
  previewRuleInSteps,
  type Problem,
  type RecordType,
  type Result,
  validateRule,
} from '@lib/rules';

import { SampleReader } from '../catalog/sample-reader';
import { RuleNames } from '../glossary/rule-names';
import { REFERENCE_ENGINE } from '../rules/reference-engine';
import { Turns } from '../runtime/turns';

export interface PreviewQuestion {
  readonly recordType: string;
  readonly condition: unknown;
  readonly actions?: readonly unknown[];
  readonly glossary?: unknown;
  readonly limit?: number;
  readonly language?: string;
}

/** A preview with what it was made of, so that it can be shown as each person may see it. */
export interface Previewed {
  readonly preview: Preview;
  readonly recordType: RecordType;
  readonly actions: readonly Action[];
}

export type PreviewRefusal =
  { readonly kind: 'no-record-type' } | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** Tells what a draft would do to the sample of its record type. Keeps nothing. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly samples: SampleReader,
    private readonly names: RuleNames,
  ) {}

  async preview(question: PreviewQuestion, clock: Clock): Promise<Result<Previewed, PreviewRefusal>> {
    const sample = await this.samples.read(question.recordType);
    if (!sample) return fail({ kind: 'no-record-type' });
    const { records, total } = sample;
    const recordType = await this.names.withEntries(sample.recordType, [question]);
    const draft = {
      recordType: recordType.name,
      name: 'Draft',
      condition: question.condition,
      actions: question.actions ?? [],
      glossary: question.glossary,
    };
    const validation = validateRule(draft, recordType);
    if (!validation.ok) return fail({ kind: 'invalid', problems: validation.error });
    const steps = previewRuleInSteps(validation.value, records, {
      recordType,
      clock,
      total,
      reference: REFERENCE_ENGINE,
      ...(question.limit !== undefined && { limit: question.limit }),
      ...(question.language !== undefined && { language: question.language }),
    });
    const preview = await inTurns(steps, new Turns().pause);
    const { actions } = validation.value;
    return ok({
      preview: { ...preview, problems: [...validation.problems, ...preview.problems] },
      recordType,
      actions,
    });
  }
}
