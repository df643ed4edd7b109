import { Text } from '@mantine/core';

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** An instant as people read it, exact on hover. */
export function When({ at }: { readonly at: string | null | undefined }) {
  if (!at)
    return (
      <Text span c="dimmed">
        –
      </Text>
    );
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <span>{at}</span>;
  return (
    <time dateTime={at} title={at}>
      {format.format(date)}
    </time>
  );
}
