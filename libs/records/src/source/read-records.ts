import { CsvFramer } from './csv-framer';
import type { TextEncoding } from './encoding';
import { foreignContent } from './foreign-content';
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
    let isFirst = true;
    for await (const block of this.blocks) {
      text += block.text;
      const foreign = isFirst ? foreignContent(text) : undefined;
      isFirst = false;
      if (foreign) {
        this.failure = { code: 'wrong-encoding', message: foreign, line: 1 };
        this.trailing = text;
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
    if (first === '{' && !last && !text.trimStart().includes('\n')) return undefined;
    const format = first === '[' || (first === '{' && isSpreadOut(text)) ? 'json' : first === '{' ? 'ndjson' : 'csv';
    return framerFor(format, this.options);
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

/** Whether the first object takes several lines: then objects do not stand one a line. */
function isSpreadOut(text: string): boolean {
  const [first = '', second = ''] = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .split(/\r?\n\s*/, 2);
  if (second === '' || second.startsWith('{')) return false;
  try {
    JSON.parse(first);
    return false;
  } catch {
    return true;
  }
}
