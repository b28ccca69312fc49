import { Button } from '@mantine/core';
import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CaseView } from '../../case/use-case.ts';
import { pathOf } from '../act/actions.ts';
import { useRevealed } from '../act/revealed.ts';

/** Who filed it, as far as it is for this reader: at sight, for a reason, or never. */
export function FilerCard({ view }: { view: CaseView }) {
  const { t } = useTranslation('agency');
  const filer = useRevealed(view.id) ?? view.filer;
  return (
    <section className="panel">
      <h2>{t('filer.title')}</h2>
      {filer && (
        <>
          <p>
            <b>{filer.name ?? t('filer.noName')}</b>
            {filer.address && ` · ${filer.address}`}
          </p>
          {filer.phone && (
            <a className="go-there" href={`tel:${filer.phone}`}>
              <Phone aria-hidden /> {filer.phone}
            </a>
          )}
          {filer.email && <p>{filer.email}</p>}
        </>
      )}
      {!filer && <p>{t(`filer.${view.restricted ? 'restricted' : view.identity}`)}</p>}
      {!filer && view.identity === 'by_reveal' && (
        <Button component={Link} variant="default" href={pathOf(view.id, { name: 'reveal' })}>
          {t('action.reveal')}
        </Button>
      )}
    </section>
  );
}
