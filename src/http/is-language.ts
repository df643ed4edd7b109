import { readLanguageTag } from '@lib/language';
import { buildMessage, ValidateBy } from 'class-validator';

/** A language tag that stands for a language; the refusal names those that are spoken here. */
export const IsLanguage = (): PropertyDecorator =>
  ValidateBy({
    name: 'isLanguage',
    validator: {
      validate: value => typeof value === 'string' && readLanguageTag(value).ok,
      defaultMessage: buildMessage((_each, asked) => refusalOf(asked?.value), {}),
    },
  });

function refusalOf(value: unknown): string {
  if (typeof value !== 'string') return 'language must be a text.';
  const read = readLanguageTag(value);
  return read.ok ? '' : read.error;
}
