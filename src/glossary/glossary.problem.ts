import { unknownRecordType } from '../catalog/catalog.problem';
import { LIMITS } from '../config/limits';
import { HttpProblem } from '../http/problem';
import type { GlossaryRefusal } from './glossary.service';

export function unknownName(recordType: string): HttpProblem {
  return new HttpProblem(404, 'unknown-name', `The glossary of "${recordType}" has no such name.`);
}

export function glossaryProblem(recordType: string, refusal: GlossaryRefusal): HttpProblem {
  switch (refusal.kind) {
    case 'no-record-type':
      return unknownRecordType(recordType);
    case 'unknown':
      return unknownName(recordType);
    case 'other-kind':
      return new HttpProblem(
        422,
        'other-kind',
        'A term stays a term and a list a list. Archive it first, or take another name.',
      );
    case 'other-name':
      return new HttpProblem(
        422,
        'other-name',
        'A new version keeps its name. Add the new name to its aliases, or define it by itself.',
      );
    case 'stale':
      return new HttpProblem(
        409,
        'stale-version',
        'Somebody changed it meanwhile. Look at it, then save yours after it.',
      );
    case 'taken':
      return new HttpProblem(409, 'name-taken', `"${refusal.by}" is called so already. Each name means one thing.`, {
        by: refusal.by,
      });
    case 'full':
      return new HttpProblem(413, 'too-many-names', `A glossary has at most ${LIMITS.glossaryNames} names.`, {
        limit: LIMITS.glossaryNames,
      });
    case 'invalid':
      return new HttpProblem(422, 'invalid-name', 'It did not pass the checks; "problems" says where and what to do.', {
        problems: refusal.problems,
      });
    case 'unreadable': {
      const { code, message, line } = refusal.failure;
      return new HttpProblem(code === 'too-many-entries' ? 413 : 422, code, message, { line });
    }
    case 'in-use': {
      const { rules, terms } = refusal;
      const users = [
        ...rules.map(rule => `the rule "${rule.name}" (version ${rule.version}, ${rule.state})`),
        ...terms.map(term => `the term "${term}"`),
      ];
      return new HttpProblem(409, 'in-use', `It is still used by ${users.join(', ')}.`, { rules, terms });
    }
  }
}
