import 'reflect-metadata';

import { getMetadataStorage } from 'class-validator';

import '../app.module';
import { DtoPipe } from './dto.pipe';
import { nullHasMeaning } from './null-has-meaning';
import { HttpProblem } from './problem';

type Class = new () => object;

/** Every class that requests are checked against, of every feature. */
const { validationMetadatas } = getMetadataStorage() as unknown as {
  readonly validationMetadatas: ReadonlyMap<Class, readonly { readonly propertyName: string }[]>;
};
const members = [...validationMetadatas].flatMap(([metatype, rows]) =>
  [...new Set(rows.map(row => row.propertyName))].map(name => [metatype.name, name, metatype] as const),
);

async function outcomeOf(metatype: Class, value: unknown): Promise<unknown> {
  try {
    return { dto: { ...((await new DtoPipe().transform(value, { type: 'body', metatype })) as object) } };
  } catch (error) {
    if (error instanceof HttpProblem) return { refused: error.extras };
    throw error;
  }
}

it('knows the members of all features', () => {
  expect(members.length).toBeGreaterThan(80);
});

it.each(members)(
  '%s.%s: null is what leaving it out is, and nothing else breaks it',
  async (_class, name, metatype) => {
    const none = await outcomeOf(metatype, {});
    if (!nullHasMeaning(new metatype(), name)) expect(await outcomeOf(metatype, { [name]: null })).toEqual(none);
    for (const odd of [{ toString: 1 }, [{ toString: 1 }], Number.MAX_VALUE, -0, '', '__proto__', true])
      expect(await outcomeOf(metatype, { [name]: odd })).toBeDefined();
  },
);

it.each(['constructor', 'toString', '__proto__', 'x'])('a member %s is refused by its name', async name => {
  const body: unknown = JSON.parse(`{"${name}":null}`);
  for (const metatype of validationMetadatas.keys())
    expect(await outcomeOf(metatype, body)).toMatchObject({ refused: { problems: [{ at: `/${name}` }] } });
});
