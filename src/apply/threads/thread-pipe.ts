import type { MessagePort, TransferListItem } from 'node:worker_threads';

/** How many messages may be under way in one direction: enough that neither side waits for the post, little enough to stay flat. */
const WINDOW = 8;

type Parcel<T> = { readonly kind: 'message'; readonly message: T } | { readonly kind: 'room' };

/**
 * One end of a two-way pipe between threads, in order and with back-pressure: `send` waits while the other end has not
 * taken what is under way, and what is received counts as taken when the next is asked for. Both ends end when either closes
 * or its thread is gone.
 */
export class ThreadPipe<Sent, Received> {
  private room = WINDOW;
  private isClosed = false;
  private readonly arrived: Received[] = [];
  private wakeSender: (() => void) | undefined;
  private wakeReceiver: (() => void) | undefined;

  constructor(private readonly port: MessagePort) {
    port.on('message', (parcel: Parcel<Received>) => {
      if (parcel.kind === 'room') this.room += 1;
      else this.arrived.push(parcel.message);
      this.wake();
    });
    port.on('close', () => this.end());
  }

  /** Waits for room, then sends; false once the pipe is closed. One sender at a time. */
  async send(message: Sent, moved: readonly TransferListItem[] = []): Promise<boolean> {
    while (this.room === 0 && !this.isClosed) await new Promise<void>(resolve => (this.wakeSender = resolve));
    if (this.isClosed) return false;
    this.room -= 1;
    this.post({ kind: 'message', message }, moved);
    return true;
  }

  /** The next message; undefined once the pipe is closed and everything that came is taken. One receiver at a time. */
  async receive(): Promise<Received | undefined> {
    while (this.arrived.length === 0) {
      if (this.isClosed) return undefined;
      await new Promise<void>(resolve => (this.wakeReceiver = resolve));
    }
    const message = this.arrived.shift();
    if (!this.isClosed) this.post({ kind: 'room' }, []);
    return message;
  }

  close(): void {
    this.port.close();
    this.end();
  }

  private post(parcel: Parcel<Sent>, moved: readonly TransferListItem[]): void {
    this.port.postMessage(parcel, moved);
  }

  private end(): void {
    this.isClosed = true;
    this.wake();
  }

  private wake(): void {
    this.wakeSender?.();
    this.wakeReceiver?.();
    this.wakeSender = this.wakeReceiver = undefined;
  }
}
