import type { Problem } from '@lib/rules';

export interface ProblemExtras {
  /** What is wrong with a rule, or with the fields of a request. */
  readonly problems?: readonly Problem[];
  /** Further members of the document (RFC 9457 §3.2). */
  readonly [member: string]: unknown;
}

/** An answer that refuses, as RFC 9457 says it. Controllers and guards throw it; nothing else chooses a status. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    /** Stable, kebab-case: programs decide by it. */
    readonly code: string,
    /** What went wrong, for people. */
    readonly detail: string,
    readonly extras: ProblemExtras = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.name = 'HttpProblem';
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported content type',
  422: 'Not acceptable as it is',
  429: 'Too many calls',
  431: 'Headers too large',
  500: 'Something broke',
  502: 'A service behind this one failed',
  503: 'Not available now',
  504: 'A service behind this one is too slow',
};

/** The document that is sent. */
export function problemDocument(problem: HttpProblem, instance: string): Record<string, unknown> {
  return {
    type: 'about:blank',
    title: TITLES[problem.status] ?? 'Problem',
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    instance,
    ...problem.extras,
  };
}
