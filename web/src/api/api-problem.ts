import type { Problem } from './contracts';

/** A refusal of the service (RFC 9457), or the fact that it could not be reached. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined,
    readonly problems: readonly Problem[] = [],
    readonly body: Record<string, unknown> = {},
  ) {
    super(detail ?? title);
  }
}

/** What the screen says about a refusal: what happened, and what to do about it. */
export interface ProblemWords {
  readonly title: string;
  readonly message: string;
  readonly hint?: string;
}

const KNOWN: { readonly [code: string]: (problem: ApiProblem) => ProblemWords } = {
  'wrong-password': () => ({
    title: 'Name or password is wrong',
    message: 'Check both and try again. An admin can give you a new password.',
  }),
  'own-work': problem => ({
    title: 'A second person has to decide',
    message: problem.message,
  }),
  'stale-hash': problem => ({
    title: 'This version changed while you were reading it',
    message: problem.message,
    hint: 'Reload the page and look at what stands there now before deciding.',
  }),
  'stale-version': problem => ({
    title: 'Somebody else changed this rule meanwhile',
    message: problem.message,
    hint: 'Open the rule, look at its latest version, and make your change there.',
  }),
  'wrong-state': problem => ({
    title: 'That is no longer possible',
    message: problem.message,
    hint: 'Someone may have acted on it meanwhile. Reload to see where it stands.',
  }),
  'no-such-rule': () => ({
    title: 'This rule is not here',
    message: 'It may have been removed, or the link may be incomplete. The page “Rules” has all there are.',
  }),
  'no-such-version': () => ({
    title: 'This version is not here',
    message: 'The link may be incomplete. The page of the rule has all versions there are.',
  }),
  'no-such-record-type': problem => ({
    title: 'These records are not here',
    message: problem.message,
    hint: 'The page “Record types” has all there are.',
  }),
  'no-such-conversation': () => ({
    title: 'This conversation is over',
    message: 'Start over, and ask again.',
  }),
  'no-question': () => ({
    title: 'This question is no longer open',
    message: 'Something else was asked since. Say what you want in words.',
  }),
  unreachable: () => ({
    title: 'The service cannot be reached',
    message: 'No answer came back. Nothing was lost: what you typed is still here.',
    hint: 'Check that the service is running, then try again.',
  }),
};

const BY_STATUS: { readonly [status: number]: string } = {
  401: 'Your session has ended. Sign in again.',
  413: 'It is larger than the service takes. Try a smaller piece.',
  429: 'Too many calls in a short time. Wait a moment and try again.',
  503: 'The service is busy. Try again in a moment.',
};

/** Any thrown thing as words for a person. */
export function problemWords(thrown: unknown): ProblemWords {
  if (!(thrown instanceof ApiProblem)) {
    return { title: 'Something went wrong', message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  const known = KNOWN[thrown.code];
  if (known) return known(thrown);
  const first = thrown.problems[0];
  if (first && thrown.status === 422) return mistakeWords(thrown.problems, first);
  const status = BY_STATUS[thrown.status];
  return { title: thrown.title, message: thrown.message, ...(status ? { hint: status } : {}) };
}

/** What is wrong stands in the problems; the document around them is for programs. */
function mistakeWords(problems: readonly Problem[], first: Problem): ProblemWords {
  if (problems.length > 1)
    return { title: `${problems.length} things have to be put right`, message: 'Each is named below.' };
  return {
    title: 'One thing has to be put right',
    message: first.message,
    ...(first.hint ? { hint: first.hint } : {}),
  };
}

/** Reads an error answer, whatever its shape, without ever failing itself. */
export function readProblem(status: number, body: unknown): ApiProblem {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string | undefined => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const problems = Array.isArray(fields['problems']) ? (fields['problems'] as readonly Problem[]) : [];
  return new ApiProblem(
    status,
    text('code') ?? `status-${status}`,
    text('title') ?? `The service answered ${status}`,
    text('detail') ?? text('message'),
    problems,
    fields,
  );
}
