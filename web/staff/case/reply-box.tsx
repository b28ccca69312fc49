import './words.ts';
import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../api/catalog.ts';
import { api, brought } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { moment } from '../common/moments.ts';
import { inWords } from '../words.ts';
import type { CaseView } from './use-case.ts';

export type ReplyTemplate = components['schemas']['ReplyTemplateView'];

export const useReplyTemplates = () =>
  useQuery({
    queryKey: ['reply-templates'],
    queryFn: () => brought(api.GET('/api/reply-templates')),
    staleTime: Infinity,
  });

/** A template with what is known of the case put in; what is in brackets is left to the writer. */
function useFilled(view: CaseView) {
  const names = useNames();
  const { data } = useReplyTemplates();
  const values: Record<string, string> = {
    category: names.category(view.category),
    ward: names.ward(view.place.ward),
    agency: names.agency(view.lead),
    due: moment(view.dueAt),
    hotline: data?.hotline ?? '',
  };
  return (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] || whole);
}

/** A reply to somebody: begun from a template, written on by hand. */
export function ReplyBox({
  view,
  command,
  text,
  onText,
  onTemplate,
  min,
  max = 2000,
  label,
  description,
}: {
  view: CaseView;
  command: string;
  text: string;
  onText: (text: string) => void;
  onTemplate?: (template: ReplyTemplate) => void;
  min: number;
  max?: number;
  label: string;
  description?: string;
}) {
  const { t } = useTranslation('case');
  const { data } = useReplyTemplates();
  const filled = useFilled(view);
  const box = useRef<HTMLTextAreaElement>(null);
  const fitting = data?.templates.filter((one) => one.command === command) ?? [];
  const language = view.language === 'en' ? 'en' : 'vi';
  return (
    <>
      {fitting.length > 0 && (
        <Select
          label={t('reply.template')}
          placeholder={t('reply.choose')}
          data={fitting.map(({ code, title }) => ({ value: code, label: inWords(title) }))}
          value={null}
          comboboxProps={{ withinPortal: false }}
          onChange={(code) => {
            const chosen = fitting.find((one) => one.code === code);
            if (!chosen) return;
            // The filer reads it: in the filer's language, whatever the reader's.
            onText(filled(chosen.text[language]));
            onTemplate?.(chosen);
            box.current?.focus();
          }}
        />
      )}
      <Textarea
        ref={box}
        label={label}
        description={description}
        required={min > 0}
        minLength={min}
        maxLength={max}
        autosize
        minRows={3}
        maxRows={12}
        value={text}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
      />
    </>
  );
}
