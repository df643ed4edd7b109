import type { Problem } from '../model/problem';

/** A rule that matches every record of the sample, or none, rarely says what was meant. */
export function alwaysOrNever(judged: readonly boolean[]): readonly Problem[] {
  if (judged.length === 0) return [];
  const matched = judged.filter(Boolean).length;
  if (matched === 0) {
    return [
      {
        severity: 'warning',
        code: 'never-true',
        at: '/condition',
        message: 'No record of the sample matches.',
        hint: 'See which clause no record meets.',
      },
    ];
  }
  if (matched < judged.length) return [];
  return [
    { severity: 'warning', code: 'always-true', at: '/condition', message: 'Every record of the sample matches.' },
  ];
}
