import { hasHiddenCharacter } from '@lib/rules';
import { buildMessage, ValidateBy } from 'class-validator';

/** A name that people see in lists: nothing in it is hidden, so that none looks like another. */
export const IsShownName = (): PropertyDecorator =>
  ValidateBy({
    name: 'isShownName',
    validator: {
      validate: value => typeof value === 'string' && !hasHiddenCharacter(value),
      defaultMessage: buildMessage(
        each =>
          `${each}$property must not hold line breaks, tabs or other characters that nobody sees. Write it anew by hand.`,
        {},
      ),
    },
  });
