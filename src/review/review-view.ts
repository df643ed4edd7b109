import { Injectable } from '@nestjs/common';
import {
  type ChangeLine,
  type Clock,
  explainChange,
  type Impact,
  impactInSteps,
  inTurns,
  jsonEqual,
  type JsonValue,
  type Problem,
  type RecordType,
  type RuleDraft,
} from '@lib/rules';
import type { Translation, UnusedText } from '@lib/language';

import { type ReadSample, SampleReader } from '../catalog/sample-reader';
import { RuleNames } from '../glossary/rule-names';
import type { RuleVersionView } from '../rules/rule-view';
import { RuleViews } from '../rules/rule-views';
import { type RuleVersion, RuleVersions } from '../rules/rule-versions';
import { validEntries } from '../rules/valid-entries';
import { Turns } from '../runtime/turns';
import { type Prompt, Prompts } from '../translation/prompts';
import { collisions } from './collisions';

/** Everything a reviewer needs to decide: what was asked, what it says, what it changes, and what it collides with. */
export interface ReviewView {
  readonly version: RuleVersionView;
  readonly running?: RuleVersionView;
  readonly difference: readonly ChangeLine[];
  readonly impact?: Impact;
  readonly collisions: readonly Problem[];
  readonly prompt?: {
    readonly id: string;
    readonly text: string;
    readonly by: { readonly id: string; readonly name: string };
    readonly at: string;
    /** How sure the translator was of the draft it made, and which words of the prompt it did not use. */
    readonly translator?: string;
    readonly confidence?: number;
    readonly unused: readonly UnusedText[];
    /** Whether condition or actions were changed by hand since: what the translator said of its draft then no longer holds of the rule. */
    readonly isEdited: boolean;
  };
}

/** The read model of the reviewer's page. */
@Injectable()
export class ReviewViews {
  constructor(
    private readonly versions: RuleVersions,
    private readonly samples: SampleReader,
    private readonly prompts: Prompts,
    private readonly views: RuleViews,
    private readonly names: RuleNames,
  ) {}

  /** The record type comes along, for who masks what is shown. */
  async of(
    version: RuleVersion,
    clock: Clock,
    { language, limit }: { language?: string; limit?: number },
  ): Promise<{ view: ReviewView; recordType?: RecordType }> {
    const read = await this.samples.read(version.rule.recordType);
    const active = await this.versions.active(version.rule.recordType);
    const running = active.find(other => other.id === version.id);
    const prompt = version.promptId === undefined ? undefined : await this.prompts.find(version.promptId);
    const rules = [version, ...active].map(({ rule }) => rule);
    const sample = read && { ...read, recordType: await this.names.withEntries(read.recordType, rules) };
    const recordType = sample?.recordType;
    return {
      view: {
        version: withDoubts(await this.views.one(version, language)),
        ...(running && running.version !== version.version && { running: await this.views.one(running, language) }),
        difference: recordType ? explainChange(running?.rule, version.rule, recordType, language) : [],
        ...(sample && (await impact(running, version, sample, clock, limit, language))),
        collisions: sample ? collisions(version, active, sample, clock) : [],
        ...(prompt && { prompt: askedOf(prompt, version) }),
      },
      ...(recordType && { recordType }),
    };
  }
}

/** `true` is a condition like any other; that a rule is done to every record is worth a second look before it is approved. */
function withDoubts(version: RuleVersionView): RuleVersionView {
  return version.condition === true ? { ...version, problems: [...version.problems, EVERY_RECORD] } : version;
}

const EVERY_RECORD: Problem = {
  severity: 'warning',
  code: 'every-record',
  at: '/condition',
  message: 'The rule has no condition: it is done to every record.',
  hint: 'Approve it only where that is meant.',
};

function askedOf(prompt: Prompt, { rule }: RuleVersion): ReviewView['prompt'] {
  const { id, text, by, receivedAt, translator, confidence, grounding, answer } = prompt;
  const drafted = (answer as Partial<Translation> | undefined)?.rule;
  return {
    id,
    text,
    by,
    at: receivedAt,
    ...(translator !== undefined && { translator }),
    ...(confidence !== undefined && { confidence }),
    unused: (grounding as Partial<Pick<Translation, 'unused'>> | undefined)?.unused ?? [],
    isEdited: drafted !== undefined && !isSameRule(drafted, rule),
  };
}

function isSameRule(
  one: Pick<RuleDraft, 'condition' | 'actions'>,
  other: Pick<RuleDraft, 'condition' | 'actions'>,
): boolean {
  const content = ({ condition, actions }: typeof one): JsonValue => [condition, actions];
  return jsonEqual(content(one), content(other));
}

async function impact(
  running: RuleVersion | undefined,
  version: RuleVersion,
  { recordType, records, total }: ReadSample,
  clock: Clock,
  limit?: number,
  language?: string,
): Promise<{ impact?: Impact }> {
  const [after] = validEntries([version], recordType);
  const [before] = running ? validEntries([running], recordType) : [];
  if (!after) return {};
  const options = {
    recordType,
    clock,
    total,
    ...(limit !== undefined && { limit }),
    ...(language !== undefined && { language }),
  };
  return { impact: await inTurns(impactInSteps(before?.rule, after.rule, records, options), new Turns().pause) };
}
