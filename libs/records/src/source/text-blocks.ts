import { decodeText, detectEncoding, type TextEncoding } from './encoding';

const BLOCK_BYTES = 64 * 1024;
const BLOCKS_PER_TURN = 4;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A stretch of text that ends where a line ends, except the last one and those of a line longer than a block. */
export interface TextBlock {
  readonly text: string;
  readonly last: boolean;
}

/**
 * The text of a stream of bytes, block by block, its encoding found on the way: the first block that is not plain ASCII
 * decides. Between blocks the event loop gets its turn, so that reading a big buffer never holds up a server.
 */
export class TextBlocks {
  private decided: TextEncoding | undefined;

  constructor(
    private readonly input: AsyncIterable<Uint8Array>,
    private readonly signal?: AbortSignal,
  ) {}

  /** UTF-8 until something says otherwise. */
  get encoding(): TextEncoding {
    return this.decided ?? 'utf-8';
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TextBlock> {
    let carried: Buffer = Buffer.alloc(0);
    let blocks = 0;
    for await (const chunk of this.input) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      for (let start = 0; start < bytes.length; start += BLOCK_BYTES) {
        const piece = bytes.subarray(start, start + BLOCK_BYTES);
        const joined = carried.length === 0 ? piece : Buffer.concat([carried, piece]);
        const end = blockEnd(joined);
        // The caller may reuse its chunk, so what waits for the next one is copied.
        carried = Buffer.from(joined.subarray(end));
        if (end === 0) continue;
        yield { text: this.decode(joined.subarray(0, end)), last: false };
        blocks += 1;
        if (blocks % BLOCKS_PER_TURN === 0) await nextTurn();
        if (this.signal?.aborted) return;
      }
    }
    yield { text: this.decode(carried), last: true };
  }

  private decode(block: Buffer): string {
    this.decided ??= detectEncoding(block);
    return decodeText(block, this.encoding);
  }
}

/** Where to cut: after the last line end, or, in a line longer than a block, before a character that is still incomplete. */
function blockEnd(bytes: Buffer): number {
  const lineFeed = bytes.lastIndexOf(LINE_FEED);
  if (lineFeed >= 0) return lineFeed + 1;
  // A carriage return at the very end may be half of a CRLF.
  const carriageReturn = bytes.lastIndexOf(CARRIAGE_RETURN, bytes.length - 2);
  if (carriageReturn >= 0) return carriageReturn + 1;
  if (bytes.length < BLOCK_BYTES) return 0;
  for (let back = 1; back <= 4; back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return back === 1 && byte === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
