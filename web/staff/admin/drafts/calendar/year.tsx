import { useTranslation } from 'react-i18next';
import { inWords } from '../../../words.ts';
import { stateOf, weeksOf, type Calendar } from './days.ts';

const months = Array.from({ length: 12 }, (_, at) => at);
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Twelve months; what is told by colour is told by a letter too. */
export function Year({ calendar, year }: { calendar: Calendar; year: number }) {
  const { t } = useTranslation('admin');
  const named = new Map(calendar.days.map((day) => [day.date, day]));
  return (
    <section className="panel" aria-label={t('calendar.of', { year })}>
      <p className="draft-key muted">
        {(['off', 'work', 'half', 'rest'] as const).map((one) => (
          <span key={one}>
            <b>{t(`calendar.mark.${one}`)}</b> {t(`calendar.kind.${one}`)}
          </span>
        ))}
      </p>
      <div className="draft-year">
        {months.map((month) => (
          <table key={month} className="draft-month">
            <caption>{t('calendar.month', { month: month + 1, year })}</caption>
            <thead>
              <tr>
                {weekdays.map((one) => (
                  <th key={one} scope="col">
                    {t(`calendar.weekday.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(year, month).map((week, at) => (
                <tr key={at}>
                  {week.map((date, place) => {
                    if (!date) return <td key={place} />;
                    const state = stateOf(calendar, date, named);
                    const day = named.get(date);
                    return (
                      <td key={place} data-day={state} title={day && inWords(day.reason)}>
                        {Number(date.slice(8))}
                        {day && <sup>{t(`calendar.mark.${day.kind}`)}</sup>}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}
