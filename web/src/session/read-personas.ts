import type { Persona } from '../api/contracts';

const WORDS: { readonly [persona: string]: { readonly name: string; readonly description: string } } = {
  steward: { name: 'Data steward', description: 'Data steward: asks for rules and sends them for review' },
  admin: { name: 'Admin', description: 'Admin: reviews, approves and activates rules' },
  admin2: { name: 'Second admin', description: 'A second admin, for the other pair of eyes' },
  auditor: { name: 'Auditor', description: 'Auditor: reads prompts and the audit trail' },
};

/** Personas as the service lists them, by name alone or with words. */
export function readPersonas(listed: unknown): readonly Persona[] {
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((entry: unknown) => {
    if (typeof entry === 'string') return [{ persona: entry, ...(WORDS[entry] ?? { name: entry }) }];
    if (typeof entry !== 'object' || entry === null) return [];
    const fields = entry as Record<string, unknown>;
    const persona = [fields['persona'], fields['id'], fields['name']].find(value => typeof value === 'string');
    if (typeof persona !== 'string') return [];
    const words = WORDS[persona];
    const name = typeof fields['name'] === 'string' ? fields['name'] : (words?.name ?? persona);
    const description = typeof fields['description'] === 'string' ? fields['description'] : words?.description;
    return [{ persona, name, ...(description ? { description } : {}) }];
  });
}
