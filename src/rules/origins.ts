import type { Person } from './rule-versions';

/** What a rule came from, where somebody asked for it in words. */
export interface Origin {
  readonly by: Person;
  readonly recordType: string;
}

/** Where rules come from: answered by the feature that keeps prompts, which stands further down the street. */
export abstract class Origins {
  abstract find(promptId: string): Promise<Origin | undefined>;
  /** Notes which version was saved from it. */
  abstract saved(promptId: string, rule: string, version: number): Promise<void>;
}
