import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day as written } from '../../../common/moments.ts';
import { Nothing } from '../../../common/nothing.tsx';
import { inWords } from '../../../words.ts';
import { findingAt } from '../findings.tsx';
import type { Draft, Finding } from '../use-draft.ts';
import { DayForm } from './day-form.tsx';
import { DayImport } from './day-import.tsx';
import type { Calendar, Day } from './days.ts';
import { Year } from './year.tsx';

interface Edited {
  draft: Draft;
  definition: Calendar[];
  findings: Finding[];
  isOpen: boolean;
  isChanged: boolean;
  onChange(definition: Calendar[]): void;
  onTaken(draft: Draft): void;
}

/** A year of a calendar: working days, rest days, and those that were named. */
export function CalendarEditor(given: Edited) {
  const { t } = useTranslation('admin');
  const { draft, definition, findings, isOpen, isChanged, onChange, onTaken } = given;
  const [code, setCode] = useState(definition[0]?.code ?? '');
  const at = definition.findIndex((one) => one.code === code);
  const calendar = definition[at];
  const known = [...new Set((calendar?.days ?? []).map(({ date }) => Number(date.slice(0, 4))))];
  const [year, setYear] = useState(Math.max(...known, 2026));
  const years = [...new Set([...known, Math.max(...known, 2026) + 1])].toSorted((a, b) => a - b);
  if (!calendar) return null;
  const write = (days: Day[]) =>
    onChange(definition.map((one, place) => (place === at ? { ...one, days } : one)));
  const add = (day: Day) =>
    write(
      [...calendar.days.filter(({ date }) => date !== day.date), day].toSorted((a, b) =>
        a.date.localeCompare(b.date),
      ),
    );
  const inYear = calendar.days
    .map((day, place) => ({ day, place }))
    .filter(({ day }) => day.date.startsWith(`${year}`));
  return (
    <div className="admin-page">
      <div className="admin-filter">
        <NativeSelect
          label={t('calendar.which')}
          value={code}
          data={definition.map((one) => one.code)}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('calendar.year')}
          value={`${year}`}
          data={years.map(String)}
          onChange={(event) => setYear(Number(event.currentTarget.value))}
        />
      </div>
      <Year calendar={calendar} year={year} />
      {isOpen && <DayForm onAdd={add} />}
      <section className="panel" aria-labelledby="days-title">
        <h2 id="days-title">{t('calendar.days', { year })}</h2>
        {inYear.length === 0 && <Nothing>{t('calendar.noDays')}</Nothing>}
        <table className="admin-table">
          <tbody>
            {inYear.map(({ day, place }) => (
              <tr key={day.date}>
                <th scope="row">{written(day.date)}</th>
                <td>
                  {t(`calendar.kind.${day.kind}`)}
                  {day.part && ` · ${t(`calendar.part.${day.part}`)}`}
                </td>
                <td>
                  {inWords(day.reason)}
                  {day.document && ` · ${day.document}`}
                  <span className="admin-bad">
                    {' '}
                    {findingAt(
                      findings.filter(({ level }) => level === 'fault'),
                      `${at}.days.${place}`,
                    )}
                  </span>
                </td>
                <td>
                  {isOpen && (
                    <Button
                      variant="subtle"
                      aria-label={t('calendar.removeOf', { date: written(day.date) })}
                      onClick={() => write(calendar.days.filter((one) => one !== day))}
                    >
                      {t('calendar.remove')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {isOpen && <DayImport draft={draft} code={code} isChanged={isChanged} onTaken={onTaken} />}
    </div>
  );
}
