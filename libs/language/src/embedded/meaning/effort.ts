/** Steps that reading one request may take: far more than anything that somebody means takes. */
export const MAX_STEPS = 200_000;

/** Depth of brackets and exceptions inside each other that is still read. */
export const MAX_DEPTH = 12;

/** What reading a request has cost so far. Once it is too entangled nothing more of it is read. */
export interface Effort {
  steps: number;
  entangled: boolean;
}

/** Takes one step at a depth; `false` where the request is to be refused instead of read on. */
export function spend(effort: Effort, depth = 0): boolean {
  effort.steps++;
  if (effort.steps > MAX_STEPS || depth > MAX_DEPTH) effort.entangled = true;
  return !effort.entangled;
}
