import { ApiProblem, problemWords, readProblem } from './api-problem';

describe('problemWords', () => {
  it('shows what the service said', () => {
    const problem = readProblem(422, {
      title: 'Not acceptable as it is',
      code: 'invalid-rule',
      detail: 'Two clauses contradict each other.',
    });
    expect(problemWords(problem)).toEqual({
      title: 'Not acceptable as it is',
      message: 'Two clauses contradict each other.',
    });
  });

  it('says four eyes and stale plainly, with what to do', () => {
    expect(
      problemWords(readProblem(403, { title: 'Not allowed', code: 'own-work', detail: 'You wrote it.' })),
    ).toMatchObject({
      title: 'A second person has to decide',
      message: 'You wrote it.',
    });
    expect(
      problemWords(readProblem(409, { title: 'Conflict', code: 'stale-hash', detail: 'It changed.' })).hint,
    ).toMatch('Reload');
  });

  it.each(['no-such-rule', 'no-such-version', 'no-such-conversation', 'no-question'])(
    'says %s to people, who make no calls',
    code => {
      const words = problemWords(
        readProblem(404, { title: 'Not found', code, detail: 'GET /rules lists those there are.' }),
      );
      expect(JSON.stringify(words)).not.toMatch(/GET|POST|Not found/);
    },
  );

  it('takes the hint of the only problem', () => {
    const problems = [
      {
        severity: 'error',
        code: 'unknown-field',
        at: '/condition',
        message: 'No field contry',
        hint: 'Did you mean country?',
      },
    ];
    expect(problemWords(readProblem(422, { title: 'No', problems })).hint).toBe('Did you mean country?');
  });

  it.each([undefined, null, 'text', 7, [], {}])('makes something of the body %j', body => {
    const problem = readProblem(500, body);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problemWords(problem).title).toBe('The service answered 500');
  });

  it('speaks of bugs too', () => {
    expect(problemWords(new TypeError('x is undefined')).message).toBe('x is undefined');
  });
});
