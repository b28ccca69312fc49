import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../api/catalog.ts';
import type { CaseView } from '../../case/use-case.ts';
import { inWords } from '../../words.ts';
import { useKeys } from '../keys/use-keys.ts';
import type { Give } from './decision.tsx';

/** What the learned model makes of it, how sure it is and why; one key takes it. */
export function Suggestion({ view, onTake }: { view: CaseView; onTake: Give }) {
  const { t } = useTranslation('case');
  const names = useNames();
  const { suggestion } = view;
  const isTaken = suggestion !== null && view.category === suggestion.category;
  const take = () => {
    if (!suggestion || isTaken) return;
    const { category, urgency } = suggestion;
    onTake({ category, urgency }, { category });
  };
  useKeys({ s: take });
  if (!suggestion) return null;
  return (
    <div className="suggestion">
      <p>
        <b>{t('suggestion.title')}:</b> {names.category(suggestion.category)} ·{' '}
        {t('suggestion.confidence', { percent: Math.round(suggestion.confidence * 100) })}
      </p>
      <ul className="because">
        {suggestion.reasons.map((reason) => (
          <li key={reason.vi}>{inWords(reason)}</li>
        ))}
      </ul>
      {!isTaken && (
        <Button variant="default" size="compact-md" mt="xs" onClick={take}>
          {t('suggestion.take')} <kbd aria-hidden>S</kbd>
        </Button>
      )}
    </div>
  );
}
