import { Group } from '@mantine/core';
import type { JsonValue } from '../api/contracts';
import { displayValue, type PathChange } from './display-value';

interface CellProps {
  readonly value: JsonValue | undefined;
  readonly change?: PathChange | undefined;
}

/** A value, and what becomes of it. */
export function Cell({ value, change }: CellProps) {
  if (change?.written) {
    return (
      <Group gap={6} wrap="nowrap">
        <Value value={change.written.from} className="was" />
        <span aria-label="becomes">→</span>
        <Value value={change.written.to} className="becomes" />
      </Group>
    );
  }
  if (change) {
    const now = Array.isArray(value)
      ? value.map(item => displayValue(item as JsonValue) ?? '')
      : [displayValue(value)].filter(text => text !== undefined);
    return (
      <Group gap={6}>
        {now
          .filter(text => !change.removed.includes(text) && !change.added.includes(text))
          .map(text => (
            <span key={text}>{text}</span>
          ))}
        {change.removed.map(text => (
          <span key={`-${text}`} className="was" aria-label={`${text} is removed`}>
            {text}
          </span>
        ))}
        {change.added.map(text => (
          <span key={`+${text}`} className="becomes" aria-label={`${text} is added`}>
            + {text}
          </span>
        ))}
      </Group>
    );
  }
  return <Value value={value} />;
}

function Value({ value, className }: { readonly value: JsonValue | undefined; readonly className?: string }) {
  const text = displayValue(value);
  if (text === undefined) {
    return (
      <span className={className ? `${className} missing` : 'missing'} title="Empty">
        empty
      </span>
    );
  }
  return <span {...(className ? { className } : {})}>{text.length > 80 ? `${text.slice(0, 80)}…` : text}</span>;
}
