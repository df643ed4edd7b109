import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

/** A body that is handed on as it comes, and of which the digest is known at its end. */
export class DigestedBody {
  readonly stream: Readable;
  private readonly hash = createHash('sha256');

  constructor(input: Readable) {
    this.stream = Readable.from(this.pass(input));
    // A client that goes away fails whoever reads; where nobody reads any more, nobody needs to know.
    this.stream.on('error', () => undefined);
  }

  /** SHA-256 of all of it; what nobody has read is read now. */
  async digest(): Promise<string> {
    if (!this.stream.readableEnded) for await (const _ of this.stream.iterator({ destroyOnReturn: false }));
    return this.hash.digest('hex');
  }

  /** Lets the rest go by, so that who sends it comes to read the answer. */
  giveUp(): void {
    this.stream.resume();
  }

  private async *pass(input: Readable): AsyncGenerator<Uint8Array> {
    for await (const chunk of input.iterator({ destroyOnReturn: false })) {
      this.hash.update(chunk as Uint8Array);
      yield chunk as Uint8Array;
    }
  }
}
