import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ApiProblem } from '../api/api-problem';
import { api } from '../api/client';
import type { Persona, Session } from '../api/contracts';

export type SignInState =
  | { readonly signedIn: true; readonly session: Session }
  | { readonly signedIn: false; readonly personas: readonly Persona[] };

const KEY = ['session'];

export function useSignInState() {
  return useQuery<SignInState>({
    queryKey: KEY,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      try {
        return { signedIn: true, session: await api.get<Session>('/session', { signal }) };
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401)
          return { signedIn: false, personas: readPersonas(error.body['personas']) };
        throw error;
      }
    },
  });
}

export type Credentials = { readonly persona: string } | { readonly name: string; readonly password: string };

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => api.post<Session>('/session', credentials),
    onSuccess: async () => {
      queries.removeQueries({ predicate: query => query.queryKey[0] !== KEY[0] });
      await queries.invalidateQueries({ queryKey: KEY });
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete('/session'),
    onSettled: async () => {
      queries.removeQueries({ predicate: query => query.queryKey[0] !== KEY[0] });
      await queries.invalidateQueries({ queryKey: KEY });
    },
  });
}

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

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in; only screens behind the sign-in ask. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the signed-in part');
  return session;
}
