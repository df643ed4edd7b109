import { HttpProblem } from '../http/problem';
import type { CatalogRefusal } from './catalog.service';
import type { ImportRefusal } from './import.service';

export function unknownRecordType(name: string): HttpProblem {
  return new HttpProblem(404, 'unknown-record-type', `There is no record type "${name}".`);
}

export function catalogProblem(name: string, refusal: CatalogRefusal): HttpProblem {
  switch (refusal.kind) {
    case 'unknown':
      return unknownRecordType(name);
    case 'stale':
      return new HttpProblem(409, 'stale', 'Somebody changed this record type meanwhile: read it again.');
    case 'unknown-field':
      return new HttpProblem(422, 'unknown-field', `There is no field "${refusal.field}".`);
    case 'no-tags-field':
      return new HttpProblem(
        422,
        'no-tags-field',
        `Tags cannot live in "${refusal.field}": it takes a field of type list, or a new name of letters, digits and "_".`,
      );
    case 'in-use': {
      const names = refusal.rules.map(rule => `"${rule.name}" (version ${rule.version}, ${rule.state})`);
      return new HttpProblem(409, 'in-use', `These rules depend on it: ${names.join(', ')}.`, { rules: refusal.rules });
    }
  }
}

export function importProblem(refusal: ImportRefusal): HttpProblem {
  switch (refusal.kind) {
    case 'running':
      return new HttpProblem(
        409,
        'import-running',
        'Another import of this record type is running.',
        {},
        { 'retry-after': '5' },
      );
    case 'stale':
      return new HttpProblem(
        409,
        'stale',
        'Somebody changed this record type while the records came in. Nothing was kept; import again.',
      );
    case 'other-spelling':
      return new HttpProblem(
        409,
        'name-taken',
        `There is or was a record type "${refusal.name}": names must differ in more than upper and lower case.`,
      );
    case 'unreadable': {
      const { code, message, line, rejected } = refusal.failure;
      return new HttpProblem(422, code, message, { ...(line !== undefined && { line }), rejected });
    }
  }
}
