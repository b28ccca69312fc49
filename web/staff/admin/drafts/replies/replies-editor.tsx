import { useTranslation } from 'react-i18next';
import { inWords, type Words } from '../../../words.ts';
import { EntryList } from '../entries/entry-list.tsx';
import { ChoiceField, TextField, WordsField } from '../entries/fields.tsx';
import type { Draft, Finding } from '../use-draft.ts';

interface Reply {
  code: string;
  command: string;
  reason?: string;
  title: Words;
  text: Words;
}

interface Edited {
  draft: Draft;
  definition: Reply[];
  findings: Finding[];
  isOpen: boolean;
  onChange(definition: Reply[]): void;
}

const commands = ['reject', 'ask', 'send_back', 'answer'];
const reasons = ['not_competent', 'unclear', 'duplicate', 'formal_complaint', 'spam'];

/** Texts that replies begin with; nothing refers to one, so any may go. */
export function RepliesEditor({ definition, findings, isOpen, onChange }: Edited) {
  const { t } = useTranslation('admin');
  const from = (name: string, values: string[]) =>
    values.map((value) => ({ value, label: t(`reply.${name}.${value}`) }));
  return (
    <>
      <p className="muted">{t('reply.placeholders')}</p>
      <EntryList
        label={t('kind.reply_templates')}
        entries={definition}
        findings={findings}
        isOpen={isOpen}
        fieldOf={({ code }, at) => code || `#${at + 1}`}
        nameOf={({ title }) => inWords(title)}
        aboutOf={({ command }) => t(`reply.commands.${command}`)}
        isNew={() => true}
        make={(): Reply => ({
          code: `reply-${definition.length + 1}`,
          command: 'answer',
          title: { vi: '', en: '' },
          text: { vi: '', en: '' },
        })}
        add={t('reply.add')}
        onChange={onChange}
      >
        {({ command }) => (
          <>
            <div className="draft-fields">
              <TextField path="code" label={t('entry.code')} />
              <ChoiceField
                path="command"
                label={t('reply.command')}
                options={from('commands', commands)}
              />
              {command === 'reject' && (
                <ChoiceField
                  path="reason"
                  label={t('reply.reason')}
                  options={from('reasons', reasons)}
                />
              )}
              <WordsField path="title" label={t('reply.title')} />
            </div>
            <div className="draft-fields wide">
              <WordsField path="text" label={t('reply.text')} long />
            </div>
          </>
        )}
      </EntryList>
    </>
  );
}
