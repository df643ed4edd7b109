/** Which of many prefixes a text begins with, in one walk along the text. */
export class PrefixTrie {
  private readonly next: Map<number, number>[] = [new Map<number, number>()];
  private readonly items: number[][] = [[]];

  add(prefix: string, item: number): void {
    let node = 0;
    for (let i = 0; i < prefix.length; i++) {
      const unit = prefix.charCodeAt(i);
      let child = this.next[node]?.get(unit);
      if (child === undefined) {
        child = this.next.length;
        this.next.push(new Map());
        this.items.push([]);
        this.next[node]?.set(unit, child);
      }
      node = child;
    }
    this.items[node]?.push(item);
  }

  /** Writes the items of every prefix of the text to `into`, from `at` on; gives the place after the last. */
  find(text: string, into: Int32Array, at: number): number {
    let next = at;
    let node: number | undefined = 0;
    for (let i = 0; i < text.length; i++) {
      node = (this.next[node] as Map<number, number>).get(text.charCodeAt(i));
      if (node === undefined) return next;
      for (const item of this.items[node] as number[]) into[next++] = item;
    }
    return next;
  }
}
