// What runs in a judging thread: every stream that is opened here is judged as `applyStream` judges it anywhere.
import { parentPort } from 'node:worker_threads';

import { applyStream } from '../apply-stream';
import { runRuleSet, type RunningRuleSet } from '../running-rule-set';
import type { FromThread, OpenStream, ToThread } from './stream-messages';
import { ThreadPipe } from './thread-pipe';

type Pipe = ThreadPipe<FromThread, ToThread>;

const KEPT = 8;
const ruleSets = new Map<string, RunningRuleSet>();

parentPort?.on('message', (opened: OpenStream) => void judge(opened));

async function judge({ port, ruleSet, options }: OpenStream): Promise<void> {
  const pipe: Pipe = new ThreadPipe(port);
  try {
    const running = ruleSets.get(ruleSet) ?? (await fetchRuleSet(ruleSet, pipe));
    if (!running || !(await pipe.send({ kind: 'ready' }))) return;
    const gone = new AbortController();
    let judged = 0;
    const results = applyStream(chunksOf(pipe, gone), running, {
      ...options,
      signal: gone.signal,
      onBatch: records => (judged += records),
    });
    for (;;) {
      const next = await results.next();
      if (judged > 0) await pipe.send({ kind: 'judged', records: judged });
      judged = 0;
      if (next.done) {
        if (!gone.signal.aborted) await pipe.send({ kind: 'done', totals: next.value });
        return;
      }
      const bytes = new TextEncoder().encode(next.value);
      if (!(await pipe.send({ kind: 'results', bytes }, [bytes.buffer]))) return;
    }
  } finally {
    pipe.close();
  }
}

/** Compiled where it is used: functions do not travel between threads. */
async function fetchRuleSet(name: string, pipe: Pipe): Promise<RunningRuleSet | undefined> {
  await pipe.send({ kind: 'rule-set-needed' });
  const answer = await pipe.receive();
  if (answer?.kind !== 'rule-set') return undefined;
  const running = runRuleSet(answer.source);
  ruleSets.set(name, running);
  const [oldest] = ruleSets.keys();
  if (ruleSets.size > KEPT && oldest !== undefined) ruleSets.delete(oldest);
  return running;
}

/** What the client sends, until it ends; a pipe that closes before that means nobody wants the rest. */
async function* chunksOf(pipe: Pipe, gone: AbortController): AsyncGenerator<Uint8Array> {
  for (;;) {
    const message = await pipe.receive();
    if (message?.kind === 'end') return;
    if (message?.kind !== 'bytes') return gone.abort();
    yield message.bytes;
  }
}
