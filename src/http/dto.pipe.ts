import { isWellFormed } from '@lib/rules';
import { type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { getMetadataStorage, type ValidationError, validate } from 'class-validator';

import { nullHasMeaning } from './null-has-meaning';
import { HttpProblem } from './problem';

type Class = new () => object;

const PLAIN: readonly unknown[] = [String, Number, Boolean, Array, Object];

/**
 * Checks bodies, queries and parameters against their class. Values inside are handed on as they came: rules and records
 * are checked by the libs that know them, and copying a record of any depth here would only cost. A member that is null
 * counts as left out, whatever it is called: programs write it so.
 */
export class DtoPipe implements PipeTransform {
  async transform(value: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    if (!metatype || type === 'custom' || PLAIN.includes(metatype)) return value;
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given))
      throw new HttpProblem(400, 'bad-request', 'The body must be a JSON object.');
    const dto = new (metatype as Class)();
    const unknown = unknownIn(given, metatype as Class);
    if (unknown.length > 0) refuse(unknown);
    const broken = Object.entries(given).filter(([, item]) => !isWhole(item));
    if (broken.length > 0)
      refuse(broken.map(([property]) => ({ property, constraints: { isWhole: notWhole(property) } })));
    for (const [name, item] of Object.entries(given)) {
      if (item === null && !nullHasMeaning(dto, name)) continue;
      const read: unknown = type === 'body' ? item : readText(item, dto, name);
      Object.defineProperty(dto, name, { value: read, enumerable: true, writable: true, configurable: true });
    }
    const errors = await validate(dto, { forbidUnknownValues: false });
    if (errors.length > 0) refuse(errors);
    return dto;
  }
}

/** Members that the class does not declare: asked before they are set, as one called `constructor` would hide the class. */
function unknownIn(given: object, metatype: Class): readonly ValidationError[] {
  const declared = new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(metatype, '', false, false)
      .map(({ propertyName }) => propertyName),
  );
  return Object.keys(given)
    .filter(name => !declared.has(name))
    .map(property => ({ property, constraints: { whitelistValidation: `property ${property} should not exist` } }));
}

/** Of records and conditions, which lie deeper, the libs know what they may hold. */
function isWhole(item: unknown): boolean {
  return (Array.isArray(item) ? item : [item]).every((text: unknown) => typeof text !== 'string' || isWellFormed(text));
}

const notWhole = (name: string) => `${name} holds half a character (a lone surrogate). Write it anew.`;

/** Queries carry text only; the property's declared type tells how to read it. */
function readText(item: unknown, dto: object, name: string): unknown {
  if (typeof item !== 'string') return item;
  const declared: unknown = Reflect.getMetadata('design:type', dto, name);
  if (declared === Number && item.trim() !== '') return Number(item);
  if (declared === Boolean)
    return item === 'true' || item === '1' ? true : item === 'false' || item === '0' ? false : item;
  return item;
}

/** What is not even of the type has no size and no length: that it is not is said first. */
const OF_TYPE = ['isDefined', 'isInt', 'isNumber', 'isString', 'isBoolean', 'isArray', 'isObject'];

function messageOf({ property, constraints = {} }: ValidationError): string {
  const type = OF_TYPE.find(name => constraints[name] !== undefined);
  return (type ? constraints[type] : Object.values(constraints)[0]) ?? `${property} is not as expected.`;
}

function refuse(errors: readonly ValidationError[]): never {
  const problems = errors.map(error => ({
    severity: 'error' as const,
    code: 'bad-field',
    at: `/${error.property}`,
    message: messageOf(error),
  }));
  throw new HttpProblem(400, 'bad-request', problems.map(problem => problem.message).join(' '), { problems });
}
