import './words.ts';
import { useQuery } from '@tanstack/react-query';
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

/** The templates of a command. The filer reads them: in the filer's language, whatever the reader's. */
export function useReplyTemplates(view: CaseView, command: string): Fitting[] {
  const names = useNames();
  const { data } = useQuery({
    queryKey: ['reply-templates'],
    queryFn: () => brought(api.GET('/api/reply-templates')),
    staleTime: Infinity,
  });
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
  return (data?.templates ?? [])
    .filter((template) => template.command === command)
    .map((template) => ({
      code: template.code,
      title: inWords(template.title),
      filled: fill(template.text[language]),
      template,
    }));
}
