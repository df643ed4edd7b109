import type { Field } from '../api/contracts';

/** What a field is called on the screen: its label, or, where that is a mere identifier, the words in it. */
export function labelOf(field: Pick<Field, 'name' | 'label'>): string {
  if (!/^[a-z][\w.]*$/.test(field.label) || !/[A-Z._]/.test(field.label)) {
    return field.label === field.name ? capital(field.label) : field.label;
  }
  const words = field.label
    .replaceAll(/[._]+/g, ' ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map(word => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()));
  return capital(words.join(' '));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
