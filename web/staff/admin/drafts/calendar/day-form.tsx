import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from './days.ts';

const empty = { date: '', kind: 'off', part: 'morning', as: '1', vi: '', en: '', document: '' };

const usual: Record<Day['kind'], string> = {
  off: 'Day off',
  work: 'Make-up day',
  half: 'Half day',
};

/** Names one day: off, a half one, or worked for another. */
export function DayForm({ onAdd }: { onAdd: (day: Day) => void }) {
  const { t } = useTranslation('admin');
  const [given, setGiven] = useState(empty);
  const set = (some: Partial<typeof empty>) => setGiven((before) => ({ ...before, ...some }));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const kind = given.kind as Day['kind'];
    onAdd({
      date: given.date,
      kind,
      ...(kind === 'half' && { part: given.part as 'morning' | 'afternoon' }),
      ...(kind === 'work' && { as: Number(given.as) }),
      reason: { vi: given.vi, en: given.en || usual[kind] },
      ...(given.document && { document: given.document }),
    });
    setGiven(empty);
  };
  return (
    <section className="panel" aria-labelledby="day-title">
      <h2 id="day-title">{t('calendar.add')}</h2>
      <form onSubmit={submit}>
        <div className="draft-fields">
          <TextInput
            type="date"
            label={t('calendar.date')}
            value={given.date}
            onChange={(event) => set({ date: event.currentTarget.value })}
            required
          />
          <NativeSelect
            label={t('calendar.what')}
            value={given.kind}
            data={['off', 'work', 'half'].map((one) => ({
              value: one,
              label: t(`calendar.kind.${one}`),
            }))}
            onChange={(event) => set({ kind: event.currentTarget.value })}
          />
          {given.kind === 'half' && (
            <NativeSelect
              label={t('calendar.works')}
              value={given.part}
              data={['morning', 'afternoon'].map((one) => ({
                value: one,
                label: t(`calendar.part.${one}`),
              }))}
              onChange={(event) => set({ part: event.currentTarget.value })}
            />
          )}
          {given.kind === 'work' && (
            <NativeSelect
              label={t('calendar.as')}
              value={given.as}
              data={['1', '2', '3', '4', '5'].map((one) => ({
                value: one,
                label: t(`calendar.weekday.${one}`),
              }))}
              onChange={(event) => set({ as: event.currentTarget.value })}
            />
          )}
          <TextInput
            label={t('calendar.reasonVi')}
            value={given.vi}
            onChange={(event) => set({ vi: event.currentTarget.value })}
            required
          />
          <TextInput
            label={t('calendar.reasonEn')}
            value={given.en}
            onChange={(event) => set({ en: event.currentTarget.value })}
          />
          <TextInput
            label={t('publish.document')}
            value={given.document}
            onChange={(event) => set({ document: event.currentTarget.value })}
          />
        </div>
        <Button type="submit" variant="default">
          {t('calendar.add')}
        </Button>
      </form>
    </section>
  );
}
