import './words.ts';
import { queryOptions, usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { useNames } from '../api/catalog.ts';
import { api, brought } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { moment } from '../common/moments.ts';
import { inWords } from '../words.ts';
import type { CaseView } from './use-case.ts';

export type ReplyTemplate = components['schemas']['ReplyTemplateView'];

export interface Fitting {
  code: string;
  title: string;
  /** What is known of the case is put in; what is in brackets is left to the writer. */
  filled: string;
  template: ReplyTemplate;
}

const allTemplates = queryOptions({
  queryKey: ['reply-templates'],
  queryFn: () => brought(api.GET('/api/reply-templates')),
  staleTime: Infinity,
});

/** Before a form asks for them: a box that comes later moves what somebody has begun to fill in. */
export const useFetchedReplyTemplates = () => usePrefetchQuery(allTemplates);

/** The templates of a command. The filer reads them: in the filer's language, whatever the reader's. */
export function useReplyTemplates(view: CaseView, command: string) {
  const names = useNames();
  const { data, isPending } = useQuery(allTemplates);
  const values: Record<string, string> = {
    category: names.category(view.category),
    ward: names.ward(view.place.ward),
    agency: names.agency(view.lead),
    due: moment(view.dueAt),
    hotline: data?.hotline ?? '',
  };
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] || whole);
  const language = view.language === 'en' ? 'en' : 'vi';
  const fitting: Fitting[] = (data?.templates ?? [])
    .filter((template) => template.command === command)
    .map((template) => ({
      code: template.code,
      title: inWords(template.title),
      filled: fill(template.text[language]),
      template,
    }));
  return { fitting, none: !isPending && fitting.length === 0 };
}
