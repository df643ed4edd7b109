import { type Caller, startApp, type TestApp } from './app';

const NAMES = ['Ines', 'Bela', 'Okan', 'Runa', 'Timo', 'Vera', 'Jens', 'Lale', 'Nils', 'Zoe'];
const PLACES = ['Germany', 'France', 'Spain'];
const DEPARTMENTS = ['HR', 'Sales', 'Research', 'Legal'];

/** People with what they earn and when they were born: read as personal by the names of those columns. */
const PEOPLE = Array.from({ length: 60 }, (_, at) => ({
  'Employee Id': `P${1000 + at}`,
  'First Name': NAMES[at % NAMES.length]!,
  Department: DEPARTMENTS[at % DEPARTMENTS.length]!,
  Country: PLACES[at % PLACES.length]!,
  Salary: 31_317 + at * 1_013,
  'Birth Date': `${1955 + (at % 45)}-0${1 + (at % 9)}-${10 + (at % 18)}`,
}));

describe('personal values', () => {
  let app: TestApp;
  let steward: Caller;
  let admin: Caller;
  beforeAll(async () => {
    app = await startApp();
    [steward, admin] = await Promise.all([app.as('steward'), app.as('admin')]);
    const header = Object.keys(PEOPLE[0]!).join(',');
    const imported = await steward.post(
      '/record-types/person/records',
      [header, ...PEOPLE.map(person => Object.values(person).join(','))].join('\n'),
      { headers: { 'content-type': 'text/csv' } },
    );
    expect(imported.status).toBe(201);
    const personal = imported.body.recordType.fields.filter((field: any) => field.sensitivity === 'personal');
    expect(personal.map((field: any) => field.label)).toEqual(
      expect.arrayContaining(['First Name', 'Salary', 'Birth Date']),
    );
  });
  afterAll(() => app.close());

  const ask = (caller: Caller, text: string, parts: object = {}) =>
    caller.post('/translations', { text, recordType: 'person', ...parts });
  // Ids are made of digits too.
  const held = (answer: string): readonly string[] =>
    PEOPLE.flatMap(person => [String(person.Salary), person['Birth Date'], person['First Name']]).filter(value =>
      new RegExp(`(?<![\\w-])${value}(?![\\w-])`).test(answer),
    );

  it.each([
    'set salary to abc for people in HR',
    'set the birth date to abc for people in Sales',
    'set birth date to abc',
    'set first name to',
    'tag rich people in Germany as top',
    'rich people in Germany',
    'show me the people with a high salary',
    'seniors',
    'people with a low salary in Legal',
    'tag the well paid as well-paid',
    'people born around 1970',
    'salary about 50',
    'people whose first name is ins',
    'people named runaa',
    'people called vera',
    'set the first name to that one for people in HR',
    'zoe or timo in Research',
  ])('never reach a steward who may not see them: %s', async text => {
    const { status, text: body } = await ask(steward, text);
    expect(status).toBe(200);
    expect(held(body)).toEqual([]);
  });

  it('are offered as limits to who may see them', async () => {
    const { body } = await ask(admin, 'tag people with a high salary in Germany as top');
    expect(body).toMatchObject({ outcome: 'clarify' });
    expect(body.question.options.length).toBeGreaterThan(1);
    expect(held(JSON.stringify(body.question)).length).toBeGreaterThan(0);
  });

  it('stay out of the history for who may not see them, whoever they were offered to', async () => {
    const asked = await ask(admin, 'tag people with a high salary in Germany as top');
    const auditor = await app.as('auditor');
    const seen = await auditor.get(`/prompts/${asked.body.promptId}`);
    expect(seen.body.answer).toMatchObject({ outcome: 'clarify', question: { options: [] } });
    expect(held(seen.text)).toEqual([]);
    const own = await admin.get(`/prompts/${asked.body.promptId}`);
    expect(own.body.answer.question).toEqual(asked.body.question);
  });

  it('stay hidden from who defines terms without the right to see them', async () => {
    const password = 'correct horse battery staple';
    const rights = { ask: '*', 'see-samples': '*', 'manage-settings': '*' };
    expect((await admin.post('/users', { name: 'Dana', password, rights })).status).toBe(201);
    const signedIn = await app.anyone.post('/session', { name: 'Dana', password });
    const dana = app.withCookie(signedIn.headers.getSetCookie()[0]!.split(';')[0]!);
    const draft = (caller: Caller) =>
      caller.post('/record-types/person/glossary/drafts', { words: 'people with a high salary' });
    const hidden = await draft(dana);
    expect(hidden.body).toMatchObject({ outcome: 'clarify', question: { options: [] } });
    expect(held(hidden.text)).toEqual([]);
    expect(held((await draft(admin)).text).length).toBeGreaterThan(0);
  });

  it('are asked for where they are not offered, and counted as they stand', async () => {
    const asked = await ask(steward, 'tag people with a high salary as top');
    expect(asked.body).toMatchObject({ outcome: 'clarify', question: { options: [] } });
    const { body } = await ask(steward, 'over 60000', { conversationId: asked.body.conversationId });
    const paid = PEOPLE.filter(({ Salary }) => Salary > 60_000).length;
    expect(body).toMatchObject({ outcome: 'rule', preview: { matched: paid } });
    expect(held(JSON.stringify(body))).toEqual([]);
  });

  it('are found however they are spelled, though none is told', async () => {
    const { body } = await ask(steward, 'tag people whose first name is vera as V');
    expect(body).toMatchObject({ outcome: 'rule', preview: { matched: 6 } });
    expect(held(JSON.stringify(body))).toEqual([]);
  });

  it('say what is wrong with a value that the field cannot hold, to anybody', async () => {
    for (const caller of [steward, admin]) {
      const number = await ask(caller, 'set salary to abc for people in HR');
      expect(number.body).toMatchObject({
        outcome: 'clarify',
        question: {
          text: '"abc" is no number, and Salary holds numbers. To which number should it be set?',
          options: [],
        },
      });
      const day = await ask(caller, 'set birth date to abc for people in HR');
      expect(day.body).toMatchObject({
        question: {
          text: '"abc" is no date, and Birth Date holds dates. To which date should it be set?',
          options: [],
        },
      });
      const { body } = await ask(caller, '52000', { conversationId: number.body.conversationId });
      expect(body).toMatchObject({
        outcome: 'rule',
        rule: { actions: [{ type: 'setValue', field: 'Salary', value: 52_000 }] },
        preview: { matched: 15 },
      });
    }
  });
});
