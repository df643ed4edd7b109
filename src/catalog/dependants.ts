/** A rule that is in review, approved or active, and the fields and names it stands on. */
export interface Dependant {
  readonly rule: string;
  readonly version: number;
  readonly name: string;
  readonly state: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** The terms and lists it was made with. */
  readonly names: readonly string[];
}

/** Who would notice a change of the catalog. Answered by the rules, which the catalog does not know. */
export abstract class Dependants {
  abstract of(recordType: string): Promise<readonly Dependant[]>;
}
