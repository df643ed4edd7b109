import { composed } from './same-text';

/**
 * The entries of one version of a named list, as a hash table in flat memory: asking it takes the same time however many
 * entries there are, and it can be handed to another thread as it is, without being copied where memory can be shared.
 */
export interface EntryTable {
  /** SHA-256 over the entries as kept, each ended by a line feed. */
  readonly sha256: string;
  readonly size: number;
  /** The entries' UTF-16 units, one entry after the other. */
  readonly units: Uint16Array;
  /** Where each entry ends in `units`. */
  readonly ends: Uint32Array;
  /** Open addressing: 1 + the number of an entry, or 0; the length is a power of two. */
  readonly slots: Uint32Array;
}

/** How many entries there is room for at first. */
const FIRST_ROOM = 1_024;

/** Makes a table entry by entry, so that whoever reads a long file can let others in between. Grows with what it holds. */
export class EntryTableBuilder {
  private units: Uint16Array;
  private ends: Uint32Array;
  private slots: Uint32Array;
  private size = 0;
  private used = 0;

  /** `most`: how many entries may come; `first`: for how many there is room at once. */
  constructor(
    private readonly most: number,
    first = FIRST_ROOM,
  ) {
    const room = Math.max(1, Math.min(most, first));
    this.units = new Uint16Array(shared(room * 12 * 2));
    this.ends = new Uint32Array(shared(room * 4));
    this.slots = new Uint32Array(shared(slotsFor(room) * 4));
  }

  /** Takes an entry in; false where it is there already. */
  add(entry: string): boolean {
    const text = composed(entry);
    let place = this.slotFor(text);
    if (this.slots[place] !== 0) return false;
    if (this.size === this.most) throw new Error(`A table for ${this.most} entries was given more.`);
    if (this.makeRoom(this.used + text.length)) place = this.slotFor(text);
    for (let i = 0; i < text.length; i++) this.units[this.used + i] = text.charCodeAt(i);
    this.used += text.length;
    this.ends[this.size] = this.used;
    this.slots[place] = ++this.size;
    return true;
  }

  /** The table of what was taken in. Nothing may be added afterwards. */
  build(sha256: string): EntryTable {
    return { sha256, size: this.size, units: this.units, ends: this.ends, slots: this.slots };
  }

  private slotFor(text: string): number {
    const { units, ends, slots } = this;
    return slotOf({ units, ends, slots }, text);
  }

  /** Whether entries stand in other slots now. */
  private makeRoom(units: number): boolean {
    if (units > this.units.length) {
      const larger = new Uint16Array(shared(Math.max(units, this.units.length * 2) * 2));
      larger.set(this.units);
      this.units = larger;
    }
    if (this.size < this.ends.length) return false;
    const room = Math.min(this.most, this.size * 2);
    const ends = new Uint32Array(shared(room * 4));
    ends.set(this.ends);
    this.ends = ends;
    const slots = new Uint32Array(shared(slotsFor(room) * 4));
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.size; entry++) {
      let place = hashAt(this.units, entry === 0 ? 0 : (ends[entry - 1] as number), ends[entry] as number) & mask;
      while (slots[place] !== 0) place = (place + 1) & mask;
      slots[place] = entry + 1;
    }
    this.slots = slots;
    return true;
  }
}

/** Stands for a list where rules are only checked: what it held is known, but nothing can be looked up in it. */
export function describedTable({ sha256, size }: Pick<EntryTable, 'sha256' | 'size'>): EntryTable {
  return { sha256, size, units: new Uint16Array(0), ends: new Uint32Array(0), slots: new Uint32Array(0) };
}

/** Whether a text is among the entries, as texts are compared: in NFC, capitals told apart. */
export function hasEntry(table: EntryTable, text: string): boolean {
  return table.slots[slotOf(table, composed(text))] !== 0;
}

/** The entries, in the order they were taken in. */
export function* entriesOf({ size, units, ends }: EntryTable): Generator<string> {
  for (let i = 0; i < size; i++) {
    yield String.fromCharCode(...units.subarray(i === 0 ? 0 : ends[i - 1], ends[i]));
  }
}

type Flat = Pick<EntryTable, 'units' | 'ends' | 'slots'>;

/** The slot that holds the text, or the free one where it would go. */
function slotOf({ units, ends, slots }: Flat, text: string): number {
  const mask = slots.length - 1;
  let place = hashOf(text) & mask;
  for (;;) {
    const entry = slots[place] as number;
    if (entry === 0 || isAt(units, ends, entry - 1, text)) return place;
    place = (place + 1) & mask;
  }
}

function isAt(units: Uint16Array, ends: Uint32Array, entry: number, text: string): boolean {
  const start = entry === 0 ? 0 : (ends[entry - 1] as number);
  if ((ends[entry] as number) - start !== text.length) return false;
  for (let i = 0; i < text.length; i++) if (units[start + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** FNV-1a over UTF-16 units, its bits mixed once more because only the lowest choose the slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** The same of a text that stands in flat memory. */
function hashAt(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (units[i] as number), 0x01000193);
  return mixed(hash);
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> 0;
}

/** At most half of the slots are taken, so that a search ends after a step or two. */
function slotsFor(most: number): number {
  let slots = 8;
  while (slots < most * 2) slots *= 2;
  return slots;
}

function shared(bytes: number): ArrayBuffer | SharedArrayBuffer {
  return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}
