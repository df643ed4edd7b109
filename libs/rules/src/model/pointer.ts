/** A JSON pointer (RFC 6901) one step further: `~` and `/` in the step are escaped. */
export function pointerTo(parent: string, step: string | number): string {
  return `${parent}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
