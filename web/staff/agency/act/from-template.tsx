import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReplyTemplates } from '../../case/reply-templates.ts';
import type { CaseView } from '../../case/use-case.ts';
import { typed, write, type Typing } from './fields.tsx';

interface Props {
  view: CaseView;
  typing: Typing;
  action: string;
  /** What the template is put into. */
  name: string;
}

/** The city's texts for a reply; one that is chosen follows what was written. */
export function FromTemplate({ view, typing, action, name }: Props) {
  const { t } = useTranslation('case');
  const { fitting, none } = useReplyTemplates(view, action);
  if (none) return null;
  return (
    <NativeSelect
      label={t('reply.template')}
      value=""
      data={[
        { value: '', label: t('reply.choose') },
        ...fitting.map(({ code, title }) => ({ value: code, label: title })),
      ]}
      onChange={({ currentTarget }) => {
        const chosen = fitting.find(({ code }) => code === currentTarget.value);
        const before = typed(typing.draft, name).trimEnd();
        if (chosen)
          write(typing.change, name, before ? `${before}\n\n${chosen.filled}` : chosen.filled);
      }}
    />
  );
}
