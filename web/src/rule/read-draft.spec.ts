import { readDraft, writeDraft } from './read-draft';

const DRAFT = {
  name: 'Tag VIP',
  condition: { '==': [{ var: 'country' }, 'Germany'] },
  actions: [{ type: 'addTag' as const, value: 'VIP' }],
};

describe('a draft as text', () => {
  it('reads back as it was written', () => {
    expect(readDraft(writeDraft(DRAFT))).toEqual({ ok: true, draft: DRAFT });
  });

  it('is a filter without actions', () => {
    expect(readDraft('{"name":"x","condition":true}')).toEqual({
      ok: true,
      draft: { name: 'x', condition: true, actions: [] },
    });
  });

  it.each([
    '',
    '[]',
    'null',
    '{"name":1,"condition":true}',
    '{"name":"x"}',
    '{"name":"x","condition":true,"actions":{}}',
  ])('says what is wrong with %s', text => {
    expect(readDraft(text)).toMatchObject({ ok: false, message: expect.any(String) });
  });

  it('names the line where it stops being JSON', () => {
    const broken = writeDraft(DRAFT).replace('"Germany"', '"Germany');
    expect(readDraft(broken)).toMatchObject({ ok: false, line: expect.any(Number) });
  });
});
