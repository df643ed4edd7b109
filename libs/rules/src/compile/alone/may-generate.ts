let allowed: boolean | undefined;

/** Whether code may be generated here. A content security policy may forbid it; asked once. */
export function mayGenerate(): boolean {
  if (allowed === undefined) {
    try {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the question itself
      allowed = (new Function('return true') as () => unknown)() === true;
    } catch {
      allowed = false;
    }
  }
  return allowed;
}
