import type { Preset } from './rights';

/** Who one can continue as in demo mode. Two admins, so that four eyes can be tried. */
export const PERSONAS = [
  { persona: 'steward', id: 'demo-steward', name: 'Sam Steward', preset: 'steward' },
  { persona: 'admin', id: 'demo-admin', name: 'Alex Admin', preset: 'admin' },
  { persona: 'admin2', id: 'demo-admin2', name: 'Robin Admin', preset: 'admin' },
  { persona: 'auditor', id: 'demo-auditor', name: 'Ari Auditor', preset: 'auditor' },
] as const satisfies readonly { persona: string; id: string; name: string; preset: Preset }[];

export type Persona = (typeof PERSONAS)[number]['persona'];
