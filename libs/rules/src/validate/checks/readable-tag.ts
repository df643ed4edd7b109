import { parameterOf } from '../../model/action-row';
import { hasHiddenCharacter, MAX_LABEL_LENGTH } from '../../model/plain-text';
import type { Problem } from '../../model/problem';
import { problem, type RuleUnderCheck } from '../check';

/** What is added to a list of words can be read there: of one line, and not endless. Others' may be removed as they are. */
export function* readableTag({ actions }: RuleUnderCheck): Generator<Problem> {
  for (const { action, row, at } of actions) {
    if (row.type !== 'addTag' && row.type !== 'flag') continue;
    for (const { name } of row.parameters) {
      const word = parameterOf(action, name).trim();
      const what = row.type === 'flag' ? 'reason' : 'tag';
      if (word.length > MAX_LABEL_LENGTH)
        yield problem(
          'error',
          'tag-too-long',
          `${at}/${name}`,
          `A ${what} has at most ${MAX_LABEL_LENGTH} characters.`,
        );
      if (hasHiddenCharacter(word))
        yield problem(
          'error',
          'control-character',
          `${at}/${name}`,
          `A ${what} must not hold line breaks, tabs or other characters that nobody sees. Write it anew by hand.`,
        );
    }
  }
}
