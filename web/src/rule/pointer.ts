/** Whether one JSON pointer stands at or below another. */
export function isUnder(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** Whether two places of a rule concern each other: the same, or one inside the other. */
export function concern(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && (isUnder(one, other) || isUnder(other, one));
}

/** Whether what stands here lights up when a place is looked at: the place itself, its parts, and the clause it is part of. */
export function isLitBy(pointer: string | undefined, lit: string | undefined): boolean {
  return pointer !== undefined && (pointer === lit || (pointer !== '/condition' && concern(pointer, lit)));
}

/** `/condition` + `and` + 0 → `/condition/and/0`, with the escapes of RFC 6901. */
export function below(pointer: string, ...steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (path, step) => `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    pointer,
  );
}
