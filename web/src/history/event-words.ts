/** `rule-submitted` → `Rule submitted` */
export function eventWords(action: string): string {
  const words = action.replaceAll(/[-_.]/g, ' ').trim();
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/^Api\b/, 'API');
}

/** The colour a prompt's outcome is shown in. */
export function outcomeColor(outcome: string | undefined): string {
  switch (outcome) {
    case 'rule':
      return 'teal';
    case 'clarify':
      return 'blue';
    case 'failed':
    case 'interrupted':
      return 'red';
    default:
      return 'gray';
  }
}
