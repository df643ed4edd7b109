import { chmodSync, existsSync, renameSync } from 'node:fs';

/** What SQLite keeps beside a file belongs to it; it goes first, so that it never stands beside another database. */
const PARTS = ['-wal', '-shm', ''];

export interface SetAside {
  readonly name: string;
  /** Puts it back where it was. */
  readonly undo: () => void;
}

/** Moves a database, where there is one, to a name that nothing has yet, whatever state it is in: it is not opened. */
export function setAside(file: string): SetAside | undefined {
  const name = freeName(`${file}.before-restore`);
  const moved: string[] = [];
  const undo = (): void => {
    for (const part of moved.splice(0).reverse()) renameSync(`${name}${part}`, `${file}${part}`);
  };
  try {
    for (const part of PARTS) {
      if (!existsSync(`${file}${part}`)) continue;
      renameSync(`${file}${part}`, `${name}${part}`);
      moved.push(part);
      chmodSync(`${name}${part}`, 0o600);
    }
  } catch (error) {
    undo();
    throw error;
  }
  return moved.length > 0 ? { name, undo } : undefined;
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let number = 2; PARTS.some(part => existsSync(`${name}${part}`)); number += 1) name = `${wanted}-${number}`;
  return name;
}
