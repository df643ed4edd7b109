import { type OtherMeaning, otherMeanings } from '@lib/language';
import {
  canBeListed,
  findField,
  fail,
  type Glossary,
  hasHiddenCharacter,
  type JsonLogic,
  nameKey,
  type NamedList,
  ok,
  pathsIn,
  type Problem,
  type RecordType,
  type Result,
  type Term,
  validateRule,
} from '@lib/rules';

export const MAX_NAME_LENGTH = 200;
export const MAX_ALIASES = 20;

/** What a name is and is for, as an admin says it. */
export interface SaidName {
  readonly name: string;
  readonly aliases?: readonly unknown[];
  readonly description?: string;
}

type Names = Pick<Term, 'name' | 'aliases' | 'description'>;

/** A name and its aliases as they are kept: each a name, and none that requests use for a field or for the records. */
export function readNames(
  { name, aliases = [], description }: SaidName,
  recordType: RecordType,
): Result<Names, readonly Problem[]> {
  const problems = [
    ...(isName(name) ? [] : [badName('/name')]),
    ...(aliases.length > MAX_ALIASES ? [tooManyAliases()] : []),
    ...aliases.flatMap((alias, i) => (isName(alias) ? [] : [badName(`/aliases/${i}`)])),
  ];
  if (problems.length > 0) return fail(problems);
  const others = new Map((aliases as readonly string[]).map(alias => [nameKey(alias), alias.trim()]));
  others.delete(nameKey(name));
  const hiding = hiddenBy({ name, aliases: aliases as readonly string[] }, recordType).filter(isRefused);
  if (hiding.length > 0) return fail(hiding);
  return ok({
    name: name.trim(),
    ...(others.size > 0 && { aliases: [...others.values()] }),
    ...(description !== undefined && description.trim() !== '' && { description: description.trim() }),
  });
}

/** What requests could no longer speak of beside these names: fields are an error, values (they come and go) a warning. */
export function hiddenBy({ name, aliases = [] }: Names, recordType: RecordType): readonly Problem[] {
  const said = [name, ...aliases];
  return otherMeanings(said, recordType).map(meaning => {
    const index = said.indexOf(meaning.name);
    return hides(meaning, recordType, index === 0 ? '/name' : `/aliases/${index - 1}`);
  });
}

const isRefused = ({ severity }: Problem): boolean => severity === 'error';

function hides(meaning: OtherMeaning, recordType: RecordType, at: string): Problem {
  const { name } = meaning;
  switch (meaning.kind) {
    case 'field': {
      const message = `"${name}" is what the field "${meaning.field.label}" is called; requests could no longer speak of the field.`;
      return { ...error('name-is-field', at, message), hint: `Take another name, such as "${name} group".` };
    }
    case 'record-type': {
      const message = `"${name}" is what the records are called; every request that speaks of them would mean the name.`;
      return { ...error('name-is-record-type', at, message), hint: `Say which of them, such as "key ${name}".` };
    }
    case 'value': {
      const message = `"${name}" is also a value of "${meaning.field.label}": requests that say it mean this name from now on.`;
      const hint = `Requests can still quote the value ('${meaning.field.label} is "${name}"'); another name keeps them apart.`;
      return { severity: 'warning', code: 'name-is-value', at, message, hint };
    }
  }
}

/** The condition a term stands for, checked against the fields it reads. */
export function readTermCondition(condition: unknown, recordType: RecordType): Result<JsonLogic, readonly Problem[]> {
  const draft = { recordType: recordType.name, name: 'Term', condition, actions: [] };
  const checked = validateRule(draft, recordType);
  if (!checked.ok) return fail(checked.error);
  const read = checked.value.condition;
  return pathsIn(read).length > 0 ? ok(read) : fail([NO_FIELD]);
}

/** The field a list is made for. */
export function readListField(
  field: string | undefined,
  recordType: RecordType,
): Result<Pick<NamedList, 'field'>, readonly Problem[]> {
  if (field === undefined) return ok({});
  const found = findField(recordType, field);
  if (!found) return fail([error('unknown-field', '/field', `There is no field "${field.slice(0, 200)}".`)]);
  if (!canBeListed(found))
    return fail([error('operand-type', '/field', `"${found.label}" holds a ${found.type}; a list is of texts.`)]);
  return ok({ field: found.name });
}

/** Who has one of these names already: in a glossary each means one thing. */
export function nameTaken({ name, aliases = [] }: Names, { terms, lists }: Glossary): string | undefined {
  const wanted = new Set([name, ...aliases].map(nameKey));
  return [...terms, ...lists].find(other =>
    [other.name, ...(other.aliases ?? [])].map(nameKey).some(key => wanted.has(key)),
  )?.name;
}

function isName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.length <= MAX_NAME_LENGTH &&
    nameKey(name).length <= MAX_NAME_LENGTH &&
    nameKey(name) !== '' &&
    !/["“”„«»]/u.test(name) &&
    !hasHiddenCharacter(name.trim())
  );
}

const badName = (at: string): Problem =>
  error(
    'bad-name',
    at,
    `A name has letters or digits, no quotation marks, no characters that nobody sees, and at most ${MAX_NAME_LENGTH} characters.`,
  );
const tooManyAliases = (): Problem => error('too-many', '/aliases', `A name has at most ${MAX_ALIASES} aliases.`);
const NO_FIELD: Problem = error('no-field', '/condition', 'A term says something of at least one field.');

function error(code: string, at: string, message: string): Problem {
  return { severity: 'error', code, at, message };
}
