import { Button, TextInput } from '@mantine/core';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { periodWords, type Asked, type Span } from '../period.ts';
import { CITY } from '../words.ts';

interface Choosing {
  asked: Asked;
  shown: Span | undefined;
  choose: (asked: Asked) => void;
}

/** Which days; the address keeps the choice. */
export function PeriodChooser({ asked, shown, choose }: Choosing) {
  const { t } = useTranslation(CITY);
  const own = asked.from !== undefined;
  const [open, setOpen] = useState(own);
  return (
    <div className="periods no-print">
      <nav aria-label={t('choosePeriod')}>
        {periodWords.map((word) => (
          <Link
            key={word}
            className="pill"
            href={`/?period=${word}`}
            aria-current={!own && asked.period === word ? 'true' : undefined}
            onClick={() => setOpen(false)}
          >
            {t(`periods.${word}`)}
          </Link>
        ))}
        <button
          type="button"
          className="pill"
          aria-expanded={open}
          aria-current={own ? 'true' : undefined}
          onClick={() => setOpen(!open)}
        >
          {t('periods.own')}
        </button>
      </nav>
      {open && <OwnDays shown={shown} choose={choose} />}
    </div>
  );
}

function OwnDays({ shown, choose }: Omit<Choosing, 'asked'>) {
  const { t } = useTranslation(CITY);
  const [from, setFrom] = useState(shown?.from ?? '');
  const [to, setTo] = useState(shown?.to ?? '');
  useEffect(() => {
    if (!shown) return;
    setFrom(shown.from);
    setTo(shown.to);
  }, [shown?.from, shown?.to]);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    choose({ from, to });
  };
  return (
    <form className="own-days" onSubmit={submit}>
      <TextInput
        type="date"
        label={t('from')}
        value={from}
        max={to}
        onChange={(event) => setFrom(event.currentTarget.value)}
        required
      />
      <TextInput
        type="date"
        label={t('to')}
        value={to}
        min={from}
        onChange={(event) => setTo(event.currentTarget.value)}
        required
      />
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}
