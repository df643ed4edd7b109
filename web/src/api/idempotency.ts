/**
 * Gives the same key for the same content as long as it was not accepted, so that a second click, or a try after a lost
 * answer, is the same call to the service; other content, or the same content after it was accepted, is a new call.
 */
export class IdempotencyKeys {
  private readonly keys = new Map<string, string>();

  constructor(private readonly newKey: () => string) {}

  keyFor(act: string, content: unknown): string {
    const what = `${act} ${JSON.stringify(content)}`;
    const known = this.keys.get(what);
    if (known) return known;
    const key = this.newKey();
    this.keys.set(what, key);
    return key;
  }

  accepted(act: string, content: unknown): void {
    this.keys.delete(`${act} ${JSON.stringify(content)}`);
  }
}
