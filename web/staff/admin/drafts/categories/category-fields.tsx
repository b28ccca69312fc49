import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inWords } from '../../../words.ts';
import { useField } from '../entries/edit.ts';
import {
  ChoiceField,
  CountField,
  FlagField,
  ListField,
  TextField,
  WordsField,
} from '../entries/fields.tsx';
import { useCodes } from '../use-names.ts';
import { QuestionFields } from './question-fields.tsx';
import type { Category } from './category.ts';

const kinds = ['report', 'proposal', 'conduct', 'question', 'praise'];
const urgencies = ['normal', 'urgent', 'complex'];
const places = ['required', 'optional', 'none'];
const contacts = ['required', 'optional'];
const classes = [
  'NORMAL',
  'PERSONAL',
  'REPORTER_HIDDEN',
  'PROTECTED',
  'SENSITIVE',
  'DENUNCIATION_CHECK',
];

interface Given {
  category: Category;
  groups: Category['group'][];
  isNew: boolean;
}

/** The fields of one category, from what citizens see to what the center goes by. */
export function CategoryFields({ category, groups, isNew }: Given) {
  const { t } = useTranslation('admin');
  const frame = useTranslation();
  const calendars = useCodes('calendars').map(({ code }) => ({ value: code, label: code }));
  const from = (name: string, values: string[]) =>
    values.map((value) => ({ value, label: t(`category.${name}.${value}`) }));
  return (
    <>
      <div className="draft-fields">
        <TextField path="code" label={t('entry.code')} locked={!isNew} />
        <GroupField groups={groups} />
        <WordsField path="name" label={t('entry.name')} />
        <ChoiceField path="kind" label={t('category.kind')} options={from('kinds', kinds)} />
        <ChoiceField path="place" label={t('category.place')} options={from('places', places)} />
        <ChoiceField
          path="contact"
          label={t('category.contact')}
          options={from('places', contacts)}
        />
        <ChoiceField
          path="privacy"
          label={t('category.privacy')}
          options={from('classes', classes)}
        />
      </div>
      <div className="entry-flags">
        <FlagField path="public" label={t('category.public')} hint={t('category.publicHint')} />
        {!category.internal && (
          <FlagField
            path="closed"
            optional
            label={t('category.closed')}
            hint={t('category.closedHint')}
          />
        )}
      </div>
      <h3>{t('category.questions')}</h3>
      <QuestionFields />
      <h3>{t('category.time')}</h3>
      <div className="draft-fields">
        <TextField
          path="limits.accept"
          label={t('category.accept')}
          hint={t('category.limitHint')}
        />
        <TextField
          path="limits.resolve"
          label={t('category.resolve')}
          hint={t('category.limitHint')}
        />
        <TextField
          path="limits.resolveUrgent"
          nullable
          label={t('category.resolveUrgent')}
          hint={t('category.emptyHint')}
        />
        <ChoiceField
          path="urgency"
          label={t('category.urgency')}
          options={urgencies.map((value) => ({ value, label: frame.t(`urgency.${value}`) }))}
        />
        <ChoiceField
          path="urgentCalendar"
          label={t('category.urgentCalendar')}
          options={calendars}
        />
      </div>
      <TextField path="limits.basis" label={t('category.basis')} long />
      <h3>{t('category.words')}</h3>
      <div className="draft-fields wide">
        <ListField path="keywords.vi" label={t('category.keywords')} hint={t('rules.commas')} />
        <ListField
          path="urgentWords.vi"
          label={t('category.urgentWords')}
          hint={t('category.urgentHint')}
        />
      </div>
      <div className="draft-fields">
        <CountField path="duplicate.radiusMeters" label={t('category.radius')} />
        <CountField path="duplicate.windowHours" label={t('category.window')} />
      </div>
    </>
  );
}

const NEW = '+';

/** One of the groups that there are, or another one. */
function GroupField({ groups }: { groups: Category['group'][] }) {
  const { t } = useTranslation('admin');
  const { value, isOpen, write } = useField('group');
  const { code = '' } = (value ?? {}) as { code?: string };
  const named = groups.filter((one) => one.code !== '');
  const isOwn = !named.some((one) => one.code === code) || groups.length === 1;
  return (
    <>
      <NativeSelect
        label={t('category.group')}
        disabled={!isOpen}
        value={isOwn ? NEW : code}
        data={[
          ...named.map((one) => ({ value: one.code, label: inWords(one.name) })),
          { value: NEW, label: t('category.newGroup') },
        ]}
        onChange={({ currentTarget: { value: chosen } }) =>
          write(named.find((one) => one.code === chosen) ?? { code: '', name: { vi: '', en: '' } })
        }
      />
      {isOwn && (
        <>
          <TextField path="group.code" label={t('category.groupCode')} />
          <WordsField path="group.name" label={t('category.groupName')} />
        </>
      )}
    </>
  );
}
