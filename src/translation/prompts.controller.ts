import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

import { type Actor, may, recordTypesOf } from '../auth/actor';
import { CurrentActor } from '../auth/actor.decorator';
import { May } from '../auth/may.decorator';
import type { Right } from '../auth/rights';
import { AuditTrail } from '../audit/audit-trail';
import { RecordTypes } from '../catalog/record-types';
import type { Page } from '../database/page';
import { Database } from '../database/database';
import { paged } from '../http/paged';
import { HttpProblem } from '../http/problem';
import { type Prompt, Prompts } from './prompts';
import { shownPrompt } from './shown-prompt';
import { PromptListQuery } from './translation.dto';

/** These see everybody's prompts; who asks sees their own. */
const ALL_PROMPTS: readonly Right[] = ['audit', 'review'];

@ApiTags('prompts')
@Controller('prompts')
export class PromptsController {
  constructor(
    private readonly prompts: Prompts,
    private readonly recordTypes: RecordTypes,
    private readonly audit: AuditTrail,
    private readonly database: Database,
  ) {}

  @Get()
  @May(['ask', ...ALL_PROMPTS])
  @ApiOperation({ summary: 'Prompt history, newest first: who asked what, when, and what came of it' })
  async list(@CurrentActor() actor: Actor, @Query() query: PromptListQuery): Promise<Page<Prompt>> {
    const { recordType, limit: _limit, cursor: _cursor, ...rest } = query;
    const seen = recordTypesOf(actor, ...ALL_PROMPTS);
    const ownOnly = seen !== '*' && (recordType === undefined || !seen.includes(recordType));
    const only = {
      ...rest,
      ...(ownOnly && { by: actor.id }),
      ...(recordType !== undefined && { recordTypes: [recordType] }),
    };
    return paged('prompts', query, page => this.prompts.list({ ...only, ...page }));
  }

  @Get(':id')
  @May(['ask', ...ALL_PROMPTS])
  @ApiOperation({
    summary:
      'One prompt with its grounding, every payload sent, every raw reply, tokens and the rule version saved from it',
  })
  async one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<Prompt> {
    const prompt = await this.find(actor, id);
    return shownPrompt(prompt, actor, (await this.recordTypes.find(prompt.recordType))?.recordType);
  }

  @Delete(':id')
  @HttpCode(204)
  @May(['ask', 'manage-settings'])
  @ApiOperation({ summary: 'Take a prompt out of the lists; it stays where a rule came from it' })
  async archive(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    const prompt = await this.find(actor, id);
    if (prompt.by.id !== actor.id && !may(actor, 'manage-settings', prompt.recordType))
      throw new HttpProblem(
        403,
        'missing-right',
        'Only who asked it, or somebody with the right "manage-settings", may archive a prompt.',
      );
    await this.database.write(async () => {
      if (await this.prompts.archive(id))
        await this.audit.append(actor, {
          action: 'prompt-archived',
          subject: { type: 'prompt', id },
          recordType: prompt.recordType,
        });
    });
  }

  private async find(actor: Actor, id: string): Promise<Prompt> {
    const prompt = await this.prompts.find(id);
    // A prompt of somebody else is as good as none: that it exists is already something about them.
    const isSeen =
      prompt && (prompt.by.id === actor.id || ALL_PROMPTS.some(right => may(actor, right, prompt.recordType)));
    if (!isSeen) throw new HttpProblem(404, 'no-such-prompt', `There is no prompt ${id} that you may see.`);
    return prompt;
  }
}
