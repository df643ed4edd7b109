import { type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { type ValidationError, validate } from 'class-validator';

import { HttpProblem } from './problem';

type Class = new () => object;

const PLAIN: readonly unknown[] = [String, Number, Boolean, Array, Object];

/**
 * Checks bodies, queries and parameters against their class. Values inside are handed on as they came: rules and records
 * are checked by the libs that know them, and copying a record of any depth here would only cost.
 */
export class DtoPipe implements PipeTransform {
  async transform(value: unknown, { metatype, type }: ArgumentMetadata): Promise<unknown> {
    if (!metatype || type === 'custom' || PLAIN.includes(metatype)) return value;
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given))
      throw new HttpProblem(400, 'bad-request', 'The body must be a JSON object.');
    const dto = new (metatype as Class)();
    for (const [name, item] of Object.entries(given)) {
      const read: unknown = type === 'body' ? item : readText(item, dto, name);
      Object.defineProperty(dto, name, { value: read, enumerable: true, writable: true, configurable: true });
    }
    const errors = await validate(dto, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
    });
    if (errors.length > 0) refuse(errors);
    return dto;
  }
}

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
