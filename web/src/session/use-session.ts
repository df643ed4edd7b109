import { type Query, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ApiProblem } from '../api/api-problem';
import { api } from '../api/client';
import type { Persona, Session } from '../api/contracts';
import { forgetConversation, tabStorage } from '../ask/kept-conversation';
import { readPersonas } from './read-personas';

export type SignInState =
  | { readonly signedIn: true; readonly session: Session }
  | { readonly signedIn: 'leaving' }
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
  const { user } = useSession();
  const others = { predicate: (query: Query) => query.queryKey[0] !== KEY[0] };
  return useMutation({
    // First the screens go, then what they asked for, then the session: in any other order a call would be refused.
    onMutate: async () => {
      queries.setQueryData<SignInState>(KEY, { signedIn: 'leaving' });
      await new Promise(resolve => setTimeout(resolve));
      forgetConversation(tabStorage(), user.id);
      await queries.cancelQueries(others);
      queries.removeQueries(others);
    },
    mutationFn: () => api.delete('/session'),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in; only screens behind the sign-in ask. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the signed-in part');
  return session;
}
