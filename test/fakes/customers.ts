import type { Caller, TestApp } from '../app';

/** Six clients: three Germans of means, one without a figure, two from elsewhere or poor. */
export const CLIENTS = [
  { id: 'C1', name: 'Meridian Foods', country: 'Germany', revenue: 2_500_000, email: 'a@meridian.example', tags: [] },
  { id: 'C2', name: 'Granit Energy', country: 'Germany', revenue: 800_000, email: 'b@granit.example', tags: [] },
  { id: 'C3', name: 'Sakura Trading', country: 'Japan', revenue: 4_000_000, email: null, tags: [] },
  {
    id: 'C4',
    name: 'Baltic Motors',
    country: 'Germany',
    revenue: 1_200_000,
    email: 'd@baltic.example',
    tags: ['Key Account'],
  },
  { id: 'C5', name: 'Vega Pharma', country: 'Germany', revenue: null, email: 'e@vega.example', tags: [] },
  {
    id: 'C6',
    name: 'Kestrel Systems',
    country: 'Germany',
    revenue: 7_000_000,
    email: 'f@kestrel.example',
    tags: ['VIP'],
  },
];

export const GERMAN = { '==': [{ var: 'country' }, 'Germany'] };
export const RICH = { and: [{ '!=': [{ var: 'revenue' }, null] }, { '>': [{ var: 'revenue' }, 1_000_000] }] };
export const TAG_VIP = { type: 'addTag', value: 'VIP' };
export const NDJSON = { headers: { 'content-type': 'application/x-ndjson' } };

/** The record type `client` with its sample. */
export async function importClients(caller: Caller): Promise<void> {
  const answer = await caller.post(
    '/record-types/client/records?mode=replace',
    CLIENTS.map(record => JSON.stringify(record)).join('\n'),
    NDJSON,
  );
  if (answer.status !== 201) throw new Error(`import: ${answer.status} ${answer.text}`);
}

/** A rule of the steward's; gives its id and hash. */
export async function saveRule(caller: Caller, parts: object = {}): Promise<{ id: string; hash: string }> {
  const answer = await caller.post('/rules', {
    recordType: 'client',
    name: 'German VIPs',
    condition: { and: [GERMAN, RICH] },
    actions: [TAG_VIP],
    ...parts,
  });
  if (answer.status !== 201) throw new Error(`rule: ${answer.status} ${answer.text}`);
  return { id: answer.body.id, hash: answer.body.hash };
}

/** A rule that two people have seen and that runs. */
export async function runRule(app: TestApp, parts: object = {}): Promise<{ id: string; hash: string }> {
  const [steward, admin] = [await app.as('steward'), await app.as('admin')];
  const rule = await saveRule(steward, parts);
  await steward.post(`/rules/${rule.id}/versions/1/submission`);
  await admin.post(`/rules/${rule.id}/versions/1/decision`, { decision: 'approve', hash: rule.hash });
  const active = await admin.post(`/rules/${rule.id}/activation`, { version: 1 });
  if (active.status !== 200) throw new Error(`activation: ${active.status} ${active.text}`);
  return rule;
}
