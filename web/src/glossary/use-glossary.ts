import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, segment, withQuery } from '../api/client';
import type { GlossaryName, JsonLogic, KeptList, NameDetail, Translation } from '../api/contracts';
import { usePages } from '../api/use-pages';
import { entryContentType } from './entry-format';

const glossaryOf = (recordType: string): string => `/record-types/${segment(recordType)}/glossary`;
const listsOf = (recordType: string): string => `/record-types/${segment(recordType)}/lists`;

export function useGlossary(recordType: string) {
  return usePages<GlossaryName>(glossaryOf(recordType));
}

export function useName(recordType: string, id: string) {
  return useQuery({
    queryKey: ['glossary', recordType, id],
    queryFn: ({ signal }) => api.get<NameDetail>(`${glossaryOf(recordType)}/${segment(id)}`, { signal }),
  });
}

/** What the words of a term come to; nothing is kept. */
export function useTermDraft(recordType: string) {
  return useMutation({
    mutationFn: (words: { readonly words: string; readonly name?: string }) =>
      api.post<Translation>(`${glossaryOf(recordType)}/drafts`, words),
  });
}

/** The name a new version comes after. */
export interface Earlier {
  readonly id: string;
  readonly version: number;
}

export interface TermToKeep {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly condition: JsonLogic;
}

export function useKeepTerm(recordType: string, earlier: Earlier | undefined) {
  const refresh = useRefresh(recordType);
  return useMutation({
    mutationFn: (term: TermToKeep) =>
      earlier
        ? api.post<GlossaryName>(`${glossaryOf(recordType)}/${segment(earlier.id)}/versions`, {
            ...term,
            after: earlier.version,
          })
        : api.post<GlossaryName>(glossaryOf(recordType), term),
    onSettled: refresh,
  });
}

export interface ListToKeep {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly field: string | undefined;
  readonly anyCase: boolean;
  readonly file: File;
}

export function useKeepList(recordType: string, earlier: Earlier | undefined) {
  const refresh = useRefresh(recordType);
  return useMutation({
    mutationFn: ({ name, aliases, field, anyCase, file }: ListToKeep) => {
      const path = earlier ? `${listsOf(recordType)}/${segment(earlier.id)}/versions` : listsOf(recordType);
      const said = { name, aliases: aliases.join(',') || undefined, field, anyCase: anyCase ? 'true' : undefined };
      return api.send<KeptList>(
        withQuery(path, { ...said, after: earlier?.version }),
        file,
        entryContentType(file.name),
      );
    },
    onSettled: refresh,
  });
}

export function useArchiveName(recordType: string) {
  const refresh = useRefresh(recordType);
  return useMutation({
    mutationFn: (id: string) => api.delete(`${glossaryOf(recordType)}/${segment(id)}`),
    onSettled: refresh,
  });
}

/** What is on a version of a list, page by page. */
export function useEntries(recordType: string, id: string, version: number) {
  return usePages<string>(`${listsOf(recordType)}/${segment(id)}/versions/${version}/entries`);
}

function useRefresh(recordType: string): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['pages', glossaryOf(recordType)] });
    await queries.invalidateQueries({ queryKey: ['glossary', recordType] });
  };
}
