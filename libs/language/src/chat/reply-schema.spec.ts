import { type Field, type JsonValue } from '@lib/rules';

import { replySchema } from './reply-schema';

const FIELDS: readonly Field[] = Array.from({ length: 300 }, (_, i) => ({
  name: `f${i}`,
  label: `F ${i}`,
  type: 'text',
  reading: { type: 'text' },
}));
const REFUSED = [
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'patternProperties',
  'default',
];

function* schemasIn(value: JsonValue): Generator<{ readonly [key: string]: JsonValue }> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield value as { readonly [key: string]: JsonValue };
  for (const inner of Object.values(value)) yield* schemasIn(inner as JsonValue);
}

describe('replySchema', () => {
  const schema = replySchema(FIELDS);
  const parts = [...schemasIn(schema)];

  it('has an object as its root', () => expect(schema.type).toBe('object'));

  it('requires every property and allows no other', () => {
    const objects = parts.filter(part => part['type'] === 'object');
    expect(objects.length).toBeGreaterThan(15);
    for (const part of objects) {
      expect(part['additionalProperties']).toBe(false);
      expect(part['required']).toEqual(Object.keys(part['properties'] as object));
    }
  });

  it('uses no keyword the strict subset refuses', () => {
    for (const part of parts)
      for (const keyword of REFUSED)
        if (!(keyword in (schema['properties'] as object))) expect(Object.keys(part)).not.toContain(keyword);
  });

  it('stays under 100 properties and 500 enum values', () => {
    const properties = parts
      .filter(part => part['type'] === 'object')
      .flatMap(part => Object.keys(part['properties'] as object));
    const values = parts.flatMap(part => (Array.isArray(part['enum']) ? part['enum'] : []));
    expect(properties.length).toBeLessThanOrEqual(100);
    expect(values.length).toBeLessThanOrEqual(500);
  });
});
