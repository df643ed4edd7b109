import { type Preset, PRESETS, type Right, RIGHTS, type Scope, SCOPES } from '../src/auth/rights';
import { SessionsService } from '../src/auth/sessions.service';
import { Users } from '../src/auth/users';
import { type Answer, type Caller, startApp, type TestApp } from './app';

interface Route {
  readonly call: string;
  /** One of these lets a person in; `anyone` without signing in, `signed-in` with no right at all. */
  readonly people: readonly Right[] | 'anyone' | 'signed-in';
  /** The scope that lets a key in; without it none does. */
  readonly key?: Scope;
}

const READERS: readonly Right[] = ['see-samples', 'ask', 'review', 'activate', 'audit', 'apply'];

/** Every route and who may call it. A new route needs a line here. */
const ROUTES: readonly Route[] = [
  { call: 'GET /health/live', people: 'anyone' },
  { call: 'GET /health/ready', people: 'anyone' },
  { call: 'GET /metrics', people: 'anyone' },
  { call: 'POST /api/v1/session', people: 'anyone' },
  { call: 'POST /api/v1/setup', people: 'anyone' },
  { call: 'GET /api/v1/session', people: 'signed-in' },
  { call: 'DELETE /api/v1/session', people: 'signed-in' },
  { call: 'GET /api/v1/users', people: ['manage-people'] },
  { call: 'POST /api/v1/users', people: ['manage-people'] },
  { call: 'PATCH /api/v1/users/{id}', people: ['manage-people'] },
  { call: 'GET /api/v1/api-keys', people: ['manage-people'] },
  { call: 'POST /api/v1/api-keys', people: ['manage-people'] },
  { call: 'DELETE /api/v1/api-keys/{id}', people: ['manage-people'] },
  { call: 'GET /api/v1/settings', people: ['manage-settings'] },
  { call: 'PATCH /api/v1/settings', people: ['manage-settings'] },
  { call: 'GET /api/v1/audit', people: ['audit'] },
  { call: 'GET /api/v1/record-types', people: 'signed-in', key: 'read' },
  { call: 'GET /api/v1/record-types/{name}', people: RIGHTS, key: 'read' },
  { call: 'PATCH /api/v1/record-types/{name}', people: ['manage-settings'] },
  { call: 'DELETE /api/v1/record-types/{name}', people: ['manage-settings'] },
  { call: 'POST /api/v1/record-types/{name}/records', people: ['ask'], key: 'import' },
  { call: 'GET /api/v1/record-types/{name}/sample', people: ['see-samples'], key: 'read' },
  { call: 'GET /api/v1/record-types/{name}/rule-sets', people: READERS, key: 'read' },
  { call: 'GET /api/v1/record-types/{name}/glossary', people: RIGHTS, key: 'read' },
  { call: 'POST /api/v1/record-types/{name}/glossary', people: ['manage-settings'] },
  { call: 'POST /api/v1/record-types/{name}/glossary/drafts', people: ['manage-settings'] },
  { call: 'GET /api/v1/record-types/{name}/glossary/{id}', people: RIGHTS, key: 'read' },
  { call: 'POST /api/v1/record-types/{name}/glossary/{id}/versions', people: ['manage-settings'] },
  { call: 'DELETE /api/v1/record-types/{name}/glossary/{id}', people: ['manage-settings'] },
  { call: 'POST /api/v1/record-types/{name}/lists', people: ['manage-settings'] },
  { call: 'POST /api/v1/record-types/{name}/lists/{id}/versions', people: ['manage-settings'] },
  { call: 'GET /api/v1/record-types/{name}/lists/{id}/versions/{n}/entries', people: ['see-samples'] },
  { call: 'GET /api/v1/rule-sets/{hash}', people: READERS, key: 'read' },
  { call: 'POST /api/v1/translations', people: ['ask'], key: 'translate' },
  { call: 'GET /api/v1/prompts', people: ['ask', 'audit', 'review'] },
  { call: 'GET /api/v1/prompts/{id}', people: ['ask', 'audit', 'review'] },
  { call: 'DELETE /api/v1/prompts/{id}', people: ['ask', 'manage-settings'] },
  { call: 'POST /api/v1/previews', people: ['ask', 'review', 'activate'], key: 'translate' },
  { call: 'GET /api/v1/rules', people: READERS, key: 'read' },
  { call: 'POST /api/v1/rules', people: ['ask'] },
  { call: 'GET /api/v1/rules/{id}', people: READERS, key: 'read' },
  { call: 'DELETE /api/v1/rules/{id}', people: ['manage-settings'] },
  { call: 'GET /api/v1/rules/{id}/versions', people: READERS, key: 'read' },
  { call: 'POST /api/v1/rules/{id}/versions', people: ['ask'] },
  { call: 'GET /api/v1/rules/{id}/versions/{n}', people: READERS, key: 'read' },
  { call: 'POST /api/v1/rules/{id}/versions/{n}/submission', people: ['ask'] },
  { call: 'POST /api/v1/rules/{id}/versions/{n}/decision', people: ['review'] },
  { call: 'GET /api/v1/rules/{id}/versions/{n}/review', people: ['review', 'ask', 'activate', 'audit'] },
  { call: 'POST /api/v1/rules/{id}/activation', people: ['activate'] },
  { call: 'DELETE /api/v1/rules/{id}/activation', people: ['activate'] },
  { call: 'POST /api/v1/apply', people: ['apply'], key: 'apply' },
];

const TURNED_AWAY = ['signed-out', 'missing-right', 'missing-scope', 'not-for-keys', 'cross-site', 'unknown-key'];

/** What the caller was told: the code of a refusal to let them in, or `in` for whatever came after that. */
function verdict(answer: Answer): string {
  const code: unknown = answer.body?.code;
  return typeof code === 'string' && TURNED_AWAY.includes(code) ? code : 'in';
}

/** Calls with nothing in it: who is let in is told that something is missing, or that there is no such thing. */
function call(caller: Caller, route: Route): Promise<Answer> {
  const [method, pattern] = route.call.split(' ') as ['GET' | 'POST' | 'PATCH' | 'DELETE', string];
  const path = pattern.replace('{n}', '1').replace(/\{\w+\}/g, 'none');
  if (method === 'GET') return caller.get(path);
  return caller[method.toLowerCase() as 'post' | 'patch' | 'delete'](path, {});
}

describe('who may call what', () => {
  let app: TestApp;
  let person: (rights: object) => Promise<Caller>;
  beforeAll(async () => {
    app = await startApp();
    let count = 0;
    person = async rights => {
      const id = `person-${++count}`;
      const user = { id, name: id, rights, version: 1, createdAt: app.clock.now() };
      await app.get(Users).add(user);
      const { token } = await app.get(SessionsService).open(user);
      return app.withCookie(`rulewright=${token}`);
    };
  });
  afterAll(() => app.close());

  it('has a line for every route', async () => {
    const { paths } = (await app.anyone.get('/api/openapi.json')).body as { paths: Record<string, object> };
    const served = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    expect(ROUTES.map(route => route.call).sort()).toEqual(served.sort());
  });

  it.each(ROUTES)('$call lets nobody in unasked', async route => {
    expect(verdict(await call(app.anyone, route))).toBe(route.people === 'anyone' ? 'in' : 'signed-out');
  });

  const wants = ({ people }: Route, rights: readonly Right[]) =>
    people === 'anyone' || people === 'signed-in' || people.some(right => rights.includes(right))
      ? 'in'
      : 'missing-right';

  const verdicts = async (rights: object) => {
    let caller = await person(rights);
    const found = [];
    for (const route of ROUTES) {
      found.push([route.call, verdict(await call(caller, route))]);
      if (route.call === 'DELETE /api/v1/session') caller = await person(rights);
    }
    return found;
  };

  it.each(Object.keys(PRESETS) as Preset[])('the preset "%s" opens its doors', async preset => {
    const rights = Object.keys(PRESETS[preset]) as Right[];
    expect(await verdicts(PRESETS[preset])).toEqual(ROUTES.map(route => [route.call, wants(route, rights)]));
  });

  it.each(RIGHTS)('the right "%s" alone opens its own doors only', async right => {
    expect(await verdicts({ [right]: '*' })).toEqual(ROUTES.map(route => [route.call, wants(route, [right])]));
  });

  it('without a right only those doors are open that need none', async () => {
    expect(await verdicts({})).toEqual(ROUTES.map(route => [route.call, wants(route, [])]));
  });

  it.each(SCOPES)('a key with the scope "%s" does that and nothing else', async scope => {
    const key = await app.makeKey({ name: scope, scopes: [scope] });
    for (const route of ROUTES) {
      const wanted =
        route.people === 'anyone'
          ? 'in'
          : route.key === undefined
            ? 'not-for-keys'
            : route.key === scope
              ? 'in'
              : 'missing-scope';
      expect([route.call, verdict(await call(app.withKey(key), route))]).toEqual([route.call, wanted]);
    }
  });
});
