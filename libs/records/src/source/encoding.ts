import { isAscii, isUtf8 } from 'node:buffer';

/** `utf-8` may still hold stray bytes: they are kept reversibly, so that every file can be written back as it came. */
export type TextEncoding = 'utf-8' | 'windows-1252';

/** The characters of bytes 0x80–0x9F in windows-1252; the five unassigned ones stand for themselves, so it is a bijection. */
const HIGH_CONTROLS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const BYTE_OF = new Map<string, number>([...HIGH_CONTROLS].map((char, index) => [char, 0x80 + index]));

const STRAY = /[\udc80-\udcff]/g;
const HAS_STRAY = /[\udc80-\udcff]/;

function charOfByte(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? HIGH_CONTROLS.charAt(byte - 0x80) : String.fromCharCode(byte);
}

/** Which encoding a block of whole lines speaks for, or `undefined` where it is plain ASCII and says nothing. */
export function detectEncoding(block: Uint8Array): TextEncoding | undefined {
  if (isAscii(block)) return undefined;
  if (isUtf8(block)) return 'utf-8';
  let valid = 0;
  let invalid = 0;
  for (let start = 0; start < block.length;) {
    const end = block.indexOf(10, start);
    const line = block.subarray(start, end < 0 ? block.length : end);
    start = end < 0 ? block.length : end + 1;
    if (isAscii(line)) continue;
    if (isUtf8(line)) valid += 1;
    else invalid += 1;
  }
  return valid >= invalid && valid > 0 ? 'utf-8' : 'windows-1252';
}

/** Bytes to text; `encodeText` with the same encoding gives the same bytes back, whatever they were. */
export function decodeText(block: Buffer, encoding: TextEncoding): string {
  if (isAscii(block)) return block.toString('latin1');
  if (encoding === 'windows-1252') {
    return block.toString('latin1').replace(/[\x80-\x9f]/g, char => charOfByte(char.charCodeAt(0)));
  }
  if (isUtf8(block)) return block.toString('utf8');
  let text = '';
  for (let at = 0; at < block.length;) {
    const length = sequenceLength(block, at);
    if (length === 0) text += String.fromCharCode(0xdc00 + block[at]!);
    else text += block.toString('utf8', at, at + length);
    at += length || 1;
  }
  return text;
}

/** Length of the valid UTF-8 run that starts here (as long as cheaply found), 0 for a stray byte. */
function sequenceLength(block: Buffer, at: number): number {
  const first = block[at]!;
  if (first < 0x80) {
    let end = at + 1;
    while (end < block.length && block[end]! < 0x80) end += 1;
    return end - at;
  }
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return at + length <= block.length && isUtf8(block.subarray(at, at + length)) ? length : 0;
}

const NOT_LATIN = /[^\x00-\x7f\xa0-\xff]/gu;

/** The first character of this text windows-1252 has no byte for. */
export function unwritableChar(text: string): string | undefined {
  for (const [char] of text.matchAll(NOT_LATIN)) if (!BYTE_OF.has(char)) return char;
  return undefined;
}

/** Text to bytes, the inverse of `decodeText`. What windows-1252 cannot say is refused before (`unwritableChar`). */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  if (encoding === 'windows-1252') {
    return Buffer.from(
      text.replace(NOT_LATIN, char => {
        const byte = BYTE_OF.get(char);
        if (byte === undefined) throw new Error(`windows-1252 has no "${char}".`);
        return String.fromCharCode(byte);
      }),
      'latin1',
    );
  }
  if (!HAS_STRAY.test(text)) return Buffer.from(text, 'utf8');
  const parts: Buffer[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isStrayAt(text, at)) continue;
    parts.push(Buffer.from(text.slice(start, at), 'utf8'), Buffer.from([text.charCodeAt(at) - 0xdc00]));
    start = at + 1;
  }
  parts.push(Buffer.from(text.slice(start), 'utf8'));
  return Buffer.concat(parts);
}

function isStrayAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xdc80 || code > 0xdcff) return false;
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  return before < 0xd800 || before > 0xdbff;
}

/**
 * Text as people should see it: a stray byte in a UTF-8 file is shown as the windows-1252 character it most likely was.
 * Every character keeps its place.
 */
export function showText(text: string): string {
  if (!HAS_STRAY.test(text)) return text;
  return text.replace(STRAY, (char, at: number) =>
    isStrayAt(text, at) ? charOfByte(char.charCodeAt(0) - 0xdc00) : char,
  );
}
