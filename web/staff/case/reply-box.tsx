import './words.ts';
import { Select, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReplyTemplates, type ReplyTemplate } from './reply-templates.ts';
import type { CaseView } from './use-case.ts';

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
  const { fitting, none } = useReplyTemplates(view, command);
  const box = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      {!none && (
        <Select
          label={t('reply.template')}
          placeholder={t('reply.choose')}
          data={fitting.map(({ code, title }) => ({ value: code, label: title }))}
          value={null}
          comboboxProps={{ withinPortal: false }}
          onChange={(code) => {
            const chosen = fitting.find((one) => one.code === code);
            if (!chosen) return;
            onText(chosen.filled);
            onTemplate?.(chosen.template);
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
