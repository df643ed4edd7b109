/** What has letters or digits, and is no mark alone. */
export const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

/** Such a one that is no name for machines. */
export const isPlainWord = (word: string): boolean => isWord(word) && !word.includes('_');

/** "engineers" of "Engineer": one is several of the other. */
export const isPlural = (written: string, stored: string): boolean => {
  const [longer, shorter] = written.length > stored.length ? [written, stored] : [stored, written];
  return /^(e?s|n|en|e|er)?$/.test(longer.toLowerCase().slice(shorter.length)) || /ies$/i.test(longer);
};
