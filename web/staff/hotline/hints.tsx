import { Alert } from '@mantine/core';
import { Scale, Siren, Zap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { moment } from '../common/moments.ts';
import { inWords } from '../words.ts';
import type { Hints } from './filing.ts';
import { GuidanceText } from './guidance.tsx';

/** What the operator must hear while the caller talks: danger, another procedure, what many report. */
export function HintsView({ hints }: { hints: Hints | undefined }) {
  const { t } = useTranslation('hotline');
  return (
    <div className="hints" aria-live="polite">
      {hints && hints.emergency.length > 0 && (
        <Alert role="note" color="red" icon={<Siren aria-hidden />} title={t('urgent')}>
          <p>{hints.reasons.map(inWords).join(' ')}</p>
          <ul className="numbers" aria-label={t('emergency')}>
            {hints.emergency.map(({ number, name }) => (
              <li key={number}>
                <b>{number}</b> {inWords(name)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {hints?.diversion && (
        <Alert
          role="note"
          color="yellow"
          icon={<Scale aria-hidden />}
          title={t(`diversion.${hints.diversion.procedure}.${hints.diversion.does}`)}
        >
          <GuidanceText guidance={hints.diversion.guidance} because={hints.diversion.because} />
        </Alert>
      )}
      {hints?.incident && (
        <Alert role="note" color="indigo" icon={<Zap aria-hidden />} title={hints.incident.title}>
          <p>{t('incident', { since: moment(hints.incident.since) })}</p>
          {hints.incident.standingAnswer && <p>{hints.incident.standingAnswer}</p>}
        </Alert>
      )}
    </div>
  );
}
