import { join } from 'node:path';
import { MessageChannel, Worker, type WorkerOptions } from 'node:worker_threads';

import { applyStream, type StreamOptions, type StreamTotals } from '../apply-stream';
import type { RunningRuleSet } from '../running-rule-set';
import type { FromThread, OpenStream, ToThread } from './stream-messages';
import { ThreadPipe } from './thread-pipe';

/** A stream whose thread ended under it: its answer breaks off without a last line, which clients take as incomplete. */
export class ThreadGone extends Error {
  override readonly name = 'ThreadGone';
}

/** Where to find what runs in a thread. */
export interface ThreadEntry {
  readonly file: string;
  readonly options?: WorkerOptions;
}

const BUILT: ThreadEntry = { file: join(__dirname, 'judging-thread.js') };

interface Lane {
  open: number;
  readonly thread?: Worker;
}

/**
 * Judges streams in as many threads as it was given, and in this one: a stream goes where the fewest are, to a thread
 * before here, so that the first streams leave this thread to other calls. The answers are the same wherever it goes;
 * with no threads all of it happens here. Threads start with the first stream that needs them.
 */
export class JudgingThreads {
  private readonly here: Lane = { open: 0 };
  private readonly threads: Lane[] = [];
  private readonly names = new WeakMap<RunningRuleSet, string>();
  private named = 0;

  constructor(
    private readonly count: number,
    private readonly entry: ThreadEntry = BUILT,
  ) {}

  async *apply(
    input: AsyncIterable<Uint8Array>,
    running: RunningRuleSet,
    options: StreamOptions,
  ): AsyncGenerator<string | Uint8Array, StreamTotals | undefined> {
    const lane = this.leastBusy();
    lane.open += 1;
    try {
      if (lane.thread) return yield* applyIn(lane.thread, input, running, this.nameOf(running), options);
      return yield* applyStream(input, running, options);
    } finally {
      lane.open -= 1;
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.splice(0).map(async ({ thread }) => thread?.terminate()));
  }

  /** The same for the same compiled rule set, so that a thread is sent each only once. */
  private nameOf(running: RunningRuleSet): string {
    const known = this.names.get(running) ?? `${(this.named += 1)}`;
    this.names.set(running, known);
    return known;
  }

  private leastBusy(): Lane {
    const least = this.threads.reduce<Lane | undefined>(
      (best, lane) => (best && best.open <= lane.open ? best : lane),
      undefined,
    );
    if (this.threads.length < this.count && (least === undefined || least.open > 0)) return this.start();
    return least && least.open <= this.here.open ? least : this.here;
  }

  private start(): Lane {
    const thread = new Worker(this.entry.file, this.entry.options);
    const lane: Lane = { open: 0, thread };
    this.threads.push(lane);
    const drop = (): void => {
      const at = this.threads.indexOf(lane);
      if (at >= 0) this.threads.splice(at, 1);
    };
    // A thread that fails ends; its streams notice by their ports, and the next stream starts another.
    thread.on('error', drop);
    thread.on('exit', drop);
    thread.unref();
    return lane;
  }
}

async function* applyIn(
  thread: Worker,
  input: AsyncIterable<Uint8Array>,
  running: RunningRuleSet,
  ruleSet: string,
  { signal, onBatch, mode, explain, clock, maxLineBytes }: StreamOptions,
): AsyncGenerator<Uint8Array, StreamTotals | undefined> {
  const { port1, port2 } = new MessageChannel();
  const pipe = new ThreadPipe<ToThread, FromThread>(port1);
  const opened: OpenStream = {
    port: port2,
    ruleSet,
    options: { mode, explain, clock, maxLineBytes },
  };
  thread.postMessage(opened, [port2]);
  const close = (): void => pipe.close();
  signal.addEventListener('abort', close);
  let feeding: Promise<unknown> = Promise.resolve();
  let broken: { readonly reason: unknown } | undefined;
  try {
    for (;;) {
      const message = await pipe.receive();
      switch (message?.kind) {
        case 'rule-set-needed':
          await pipe.send({ kind: 'rule-set', source: running.source });
          break;
        case 'ready':
          feeding = feed(input, pipe).catch((reason: unknown) => {
            broken = { reason };
            pipe.close();
          });
          break;
        case 'judged':
          onBatch?.(message.records);
          break;
        case 'results':
          yield message.bytes;
          break;
        case 'done':
          return message.totals;
        case undefined:
          if (signal.aborted) return undefined;
          await feeding;
          throw broken ? broken.reason : new ThreadGone('The thread that judged this stream has ended.');
      }
    }
  } finally {
    signal.removeEventListener('abort', close);
    pipe.close();
  }
}

/** Chunks are copied before they are moved: the memory they stand in may be part of something larger. */
async function feed(input: AsyncIterable<Uint8Array>, pipe: ThreadPipe<ToThread, FromThread>): Promise<void> {
  for await (const chunk of input) {
    const bytes = new Uint8Array(chunk);
    if (!(await pipe.send({ kind: 'bytes', bytes }, [bytes.buffer]))) return;
  }
  await pipe.send({ kind: 'end' });
}
