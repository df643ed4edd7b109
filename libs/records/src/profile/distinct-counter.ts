const MAX_ENTRIES = 1 << 20;

/**
 * Counts distinct texts by 53-bit hashes in a few bytes each, up to about a million; after that what it has is a lower
 * bound. (Two of a million texts share a hash in one of 16,000 files.)
 */
export class DistinctCounter {
  private table = new Float64Array(1 << 12);
  size = 0;
  isExact = true;

  add(text: string): void {
    if (!this.isExact) return;
    const hash = hashText(text);
    const mask = this.table.length - 1;
    let slot = (hash >>> 0) & mask;
    while (this.table[slot] !== 0) {
      if (this.table[slot] === hash) return;
      slot = (slot + 1) & mask;
    }
    if (this.size >= MAX_ENTRIES) {
      this.isExact = false;
      this.table = new Float64Array(0);
      return;
    }
    this.table[slot] = hash;
    this.size += 1;
    if (this.size * 2 > this.table.length) this.grow();
  }

  private grow(): void {
    const old = this.table;
    this.table = new Float64Array(old.length * 2);
    const mask = this.table.length - 1;
    for (const hash of old) {
      if (hash === 0) continue;
      let slot = (hash >>> 0) & mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & mask;
      this.table[slot] = hash;
    }
  }
}

/** Never 0, which marks a free slot. */
function hashText(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0) + 1;
}
