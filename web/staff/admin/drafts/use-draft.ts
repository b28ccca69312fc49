import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, brought } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { queries } from '../../api/queries.ts';
import type { components } from '../../api/schema.d.ts';

export type Draft = components['schemas']['DraftView'];
export type Finding = components['schemas']['FindingView'];

const keyOf = (id: string) => ['drafts', 'one', id];

export const useDraft = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: () => brought(api.GET('/api/drafts/{id}', { params: { path: { id } } })),
    // What is being written is not taken away from under the writer.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export const took = (draft: Draft) => {
  queries.setQueryData(keyOf(draft.id), draft);
  void queries.invalidateQueries({ queryKey: ['drafts', 'list'] });
  void queries.invalidateQueries({ queryKey: ['drafts', 'check', draft.id] });
  void queries.invalidateQueries({ queryKey: ['drafts', 'try', draft.id] });
};

/** What is in force or was last published when the draft began. */
export const useBase = ({ kind, basedOn: version }: Draft) =>
  useQuery({
    queryKey: ['versions', kind, version],
    queryFn: () =>
      brought(api.GET('/api/versions/{kind}/{version}', { params: { path: { kind, version } } })),
    staleTime: Infinity,
  });

export const useFindings = ({ id, version }: Draft) =>
  useQuery({
    queryKey: ['drafts', 'check', id, version],
    queryFn: () => brought(api.GET('/api/drafts/{id}/check', { params: { path: { id } } })),
  });

/** What is typed stays here until it is kept; whoever kept another version first is shown. */
export function useWriting(draft: Draft) {
  const [title, setTitle] = useState(draft.title);
  const [definition, setDefinition] = useState<unknown>(draft.definition);
  const isChanged = title !== draft.title || definition !== draft.definition;
  const save = useMutation({
    mutationFn: (version: number) =>
      brought(
        api.PUT('/api/drafts/{id}', {
          params: { path: { id: draft.id }, header: { 'if-match': `"${version}"` } as never },
          headers: { 'if-match': `"${version}"` },
          body: { title, definition: definition as never },
        }),
      ),
    onSuccess: (now) => {
      took(now);
      setDefinition(now.definition);
    },
  });
  const problem = save.error ? problemOf(save.error) : null;
  const theirs = problem?.code === 'draft.stale' ? (problem.said.present as Draft) : null;
  const take = (other: Draft) => {
    took(other);
    setTitle(other.title);
    setDefinition(other.definition);
    save.reset();
  };
  return { title, setTitle, definition, setDefinition, isChanged, save, theirs, take };
}
