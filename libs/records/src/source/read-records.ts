import { CsvFramer } from './csv-framer';
import type { TextEncoding } from './encoding';
import { JsonFramer } from './json-framer';
import { NdjsonFramer } from './ndjson-framer';
import type {
  Framer,
  ReadFailure,
  ReadOptions,
  RecordFormat,
  RecordLayout,
  RecordSource,
  SourceItem,
} from './record-source';
import { TextBlocks } from './text-blocks';

/**
 * The records of a stream of bytes, in constant memory: what cannot be read as a record is an item of its own and the
 * rest goes on. Format, encoding and CSV dialect are found on the way.
 */
export function readRecords(input: AsyncIterable<Uint8Array>, options: ReadOptions = {}): RecordSource {
  return new StreamedRecords(input, options);
}

class StreamedRecords implements RecordSource {
  failure: ReadFailure | undefined;
  trailing = '';
  private framer: Framer | undefined;
  private readonly blocks: TextBlocks;
  private found: RecordLayout | undefined;

  constructor(
    input: AsyncIterable<Uint8Array>,
    private readonly options: ReadOptions,
  ) {
    this.blocks = new TextBlocks(input, options.signal);
    if (options.format) this.framer = framerFor(options.format, options);
  }

  get layout(): RecordLayout | undefined {
    return this.found;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<SourceItem> {
    for await (const batch of this.batches()) yield* batch;
  }

  async *batches(): AsyncGenerator<readonly SourceItem[]> {
    let text = '';
    for await (const block of this.blocks) {
      text += block.text;
      if (isWideText(text)) {
        this.fail('wrong-encoding', 'The file is UTF-16; save it as UTF-8 and try again.', text);
        return;
      }
      this.framer ??= this.recognise(text, block.last);
      if (!this.framer) continue;
      const framed = this.framer.frame(text, block.last);
      text = text.slice(framed.kept);
      this.found = this.framer.layout(this.encoding);
      if (framed.items.length > 0) yield framed.items;
      if (framed.failure) {
        this.failure = framed.failure;
        this.trailing = this.framer.takePassed() + text;
        return;
      }
    }
    this.trailing = (this.framer?.takePassed() ?? '') + text;
  }

  private get encoding(): TextEncoding {
    return this.blocks.encoding;
  }

  private recognise(text: string, last: boolean): Framer | undefined {
    const first = /[^\s\ufeff]/.exec(text)?.[0];
    if (first === undefined && !last) return undefined;
    return framerFor(first === '[' ? 'json' : first === '{' ? 'ndjson' : 'csv', this.options);
  }

  private fail(code: ReadFailure['code'], message: string, text: string): void {
    this.failure = { code, message, line: 1 };
    this.trailing = text;
  }
}

function framerFor(format: RecordFormat, options: ReadOptions): Framer {
  switch (format) {
    case 'csv':
      return new CsvFramer(options);
    case 'ndjson':
      return new NdjsonFramer(options);
    case 'json':
      return new JsonFramer(options);
  }
}

/** The byte order marks of UTF-16, as they look after decoding as one of ours, or a NUL in the first characters. */
function isWideText(text: string): boolean {
  return /^(?:\xff\xfe|\xfe\xff|\u00fe\u00ff|\udcff\udcfe|\udcfe\udcff)/.test(text.slice(0, 2));
}
