import { useTranslation } from 'react-i18next';
import { AgenciesEditor } from './agencies/agencies-editor.tsx';
import { AgencyCalendarsEditor } from './areas/agency-calendars-editor.tsx';
import { AreasEditor } from './areas/areas-editor.tsx';
import { ServiceAreasEditor } from './areas/service-areas-editor.tsx';
import { CalendarEditor } from './calendar/calendar-editor.tsx';
import { CategoriesEditor } from './categories/categories-editor.tsx';
import { MailsEditor } from './mails/mails-editor.tsx';
import { PolicyEditor } from './policy/policy-editor.tsx';
import { RepliesEditor } from './replies/replies-editor.tsx';
import { RulesEditor } from './rules/rules-editor.tsx';
import type { Draft, Finding, useWriting } from './use-draft.ts';

interface Edited {
  draft: Draft;
  writing: ReturnType<typeof useWriting>;
  isOpen: boolean;
  findings: Finding[];
}

/** The form of a draft's kind. */
export function Editor({ draft, writing, isOpen, findings }: Edited) {
  const { t } = useTranslation('admin');
  const definition = writing.definition as never;
  const given = { draft, definition, isOpen, findings, onChange: writing.setDefinition };
  switch (draft.kind as string) {
    case 'calendars':
      return <CalendarEditor {...given} isChanged={writing.isChanged} onTaken={writing.take} />;
    case 'policy':
      return <PolicyEditor {...given} />;
    case 'rule_set':
      return <RulesEditor {...given} />;
    case 'categories':
      return <CategoriesEditor {...given} />;
    case 'agencies':
      return <AgenciesEditor {...given} />;
    case 'areas':
      return <AreasEditor {...given} />;
    case 'service_areas':
      return <ServiceAreasEditor {...given} />;
    case 'agency_calendars':
      return <AgencyCalendarsEditor {...given} />;
    case 'reply_templates':
      return <RepliesEditor {...given} />;
    case 'mail_texts':
      return <MailsEditor {...given} />;
    default:
      return <p>{t('draft.noForm')}</p>;
  }
}
