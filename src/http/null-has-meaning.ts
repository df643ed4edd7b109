import 'reflect-metadata';

const KEY = Symbol('null has a meaning');

/** Marks a member whose `null` says something (`key: null`: no key). Of every other member it says what leaving it out says. */
export const NullHasMeaning = (): PropertyDecorator => (target, name) =>
  Reflect.defineMetadata(KEY, true, target, name);

export function nullHasMeaning(dto: object, name: string): boolean {
  return Reflect.hasMetadata(KEY, dto, name);
}
