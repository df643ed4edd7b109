import { Injectable } from '@nestjs/common';
import type { Glossary } from '@lib/rules';

import { GlossaryNames, glossaryOf, type NameVersion } from './glossary-names';

/** The names of a record type as requests may use them now. */
export interface CurrentGlossary {
  readonly glossary: Glossary;
  readonly versions: readonly NameVersion[];
}

const MOST_CACHED = 8;

/** The glossary of a record type: the same object until a name changes, so that what is made from it can be kept with it. */
@Injectable()
export class GlossaryReader {
  private readonly cache = new Map<string, { readonly stamp: string; readonly current: Promise<CurrentGlossary> }>();

  constructor(private readonly names: GlossaryNames) {}

  async current(recordType: string): Promise<CurrentGlossary> {
    const stamp = await this.names.stamp(recordType);
    const cached = this.cache.get(recordType);
    if (cached?.stamp === stamp) return cached.current;
    const current = this.load(recordType);
    this.cache.delete(recordType);
    this.cache.set(recordType, { stamp, current });
    // What failed is not kept.
    current.catch(() => this.cache.delete(recordType));
    const oldest = this.cache.size > MOST_CACHED ? this.cache.keys().next().value : undefined;
    if (oldest !== undefined) this.cache.delete(oldest);
    return current;
  }

  private async load(recordType: string): Promise<CurrentGlossary> {
    const versions = await this.names.current(recordType);
    return { versions, glossary: glossaryOf(versions) };
  }
}
