import { connect } from 'node:net';

import { startApp, type Caller, type TestApp } from './app';

describe('what is refused before anything looks at it', () => {
  let app: TestApp;
  let steward: Caller;
  beforeAll(async () => {
    app = await startApp();
    steward = await app.as('steward');
  });
  afterAll(() => app.close());

  it('says as a problem that an address is no address', async () => {
    const answer = await steward.get('/rules/%ff');
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'bad-address', detail: expect.stringContaining('percent-encoded') });
  });

  it('says which content types there are', async () => {
    const answer = await steward.post('/translations', '{}', { headers: { 'content-type': 'application/xml' } });
    expect(answer.status).toBe(415);
    expect(answer.body).toMatchObject({
      code: 'unsupported-content-type',
      detail: expect.stringContaining('application/json'),
    });
  });

  it('takes no compressed bodies, and says so', async () => {
    const headers = { 'content-type': 'text/csv', 'content-encoding': 'gzip' };
    const answer = await steward.post('/record-types/client/records', 'id\n1\n', { headers });
    expect(answer.status).toBe(415);
    expect(answer.body).toMatchObject({ code: 'unsupported-content-type', detail: expect.stringContaining('gzip') });
  });

  it('answers who sends the whole body before reading, though it was refused at its beginning', async () => {
    const { hostname, port, origin } = new URL(app.url);
    const session = await fetch(`${origin}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: '{"persona":"steward"}',
    });
    const body = Buffer.from('column,'.repeat(3_000_000));
    const head = [
      'POST /api/v1/record-types/wide/records HTTP/1.1',
      `host: ${hostname}:${port}`,
      `origin: ${origin}`,
      `cookie: ${session.headers.get('set-cookie')!.split(';')[0]}`,
      'content-type: text/csv',
      `content-length: ${body.length}`,
    ];
    const socket = connect(Number(port), hostname);
    try {
      await new Promise<void>((resolve, reject) => {
        socket.on('error', reject);
        socket.write(`${head.join('\r\n')}\r\n\r\n`);
        socket.write(body, () => resolve());
      });
      const [chunk] = await new Promise<Buffer[]>(resolve => socket.once('data', data => resolve([data])));
      expect(chunk!.toString()).toContain('HTTP/1.1 422');
    } finally {
      socket.destroy();
    }
  }, 10_000);
});
