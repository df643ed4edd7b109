import { readSuites } from '../../../../test/suites/read-suites';
import type { Result } from '../model/result';
import { activate, decide, retire, submit, supersede } from './steps';
import type { Refusal, VersionStanding, VersionState } from './version-state';

interface Case {
  readonly it: string;
  readonly state: VersionState;
  readonly step: 'submit' | 'approve' | 'reject' | 'activate' | 'supersede' | 'retire';
  readonly by?: string;
  readonly hash?: string;
  readonly actions?: number;
  readonly becomes?: VersionState;
  readonly refused?: Refusal['kind'];
}

function take({ state, step, by = '', hash = 'seen', actions = 1 }: Case): Result<VersionState, Refusal> {
  const version: VersionStanding = { state, hash: 'seen', contributors: ['ann', 'abe'], actions };
  switch (step) {
    case 'submit':
      return submit(version);
    case 'approve':
    case 'reject':
      return decide(version, { decision: step, hash, by });
    case 'activate':
      return activate(version);
    case 'supersede':
      return supersede(version);
    case 'retire':
      return retire(version);
  }
}

describe.each(readSuites<Case>('lifecycle'))('lifecycle: %s', (_file, cases) => {
  it.each(cases.map(example => [example.it, example] as const))('%s', (_title, example) => {
    const result = take(example);
    if (example.becomes) expect(result).toEqual({ ok: true, value: example.becomes });
    else expect(result).toMatchObject({ ok: false, error: { kind: example.refused } });
  });
});
