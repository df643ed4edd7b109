const CHOICE = /\(([^()]*\/[^()]*)\)/;

/**
 * The forms an entry of a lexicon stands for: `superior(/es) (a/al/a la)` is "superior a", "superiores a", "superior al" …
 * Brackets without a slash are brackets.
 */
export function wordForms(entry: string): readonly string[] {
  const choice = CHOICE.exec(entry);
  if (!choice) return [entry.trim()];
  const before = entry.slice(0, choice.index);
  const behind = entry.slice(choice.index + choice[0].length);
  return (choice[1] ?? '').split('/').flatMap(form => wordForms(before + form + behind));
}
