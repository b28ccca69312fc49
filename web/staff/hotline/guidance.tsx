import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { inWords, type Words } from '../words.ts';

export type Guidance = components['schemas']['GuidanceView'];

/** Where a khiếu nại or tố cáo goes instead, to be read out to the caller. */
export function GuidanceText({ guidance, because }: { guidance: Guidance; because: Words | null }) {
  const { t } = useTranslation('hotline');
  return (
    <div className="guidance">
      {because && <p>{inWords(because)}</p>}
      <p>
        <b>{inWords(guidance.title)}</b> {inWords(guidance.text)}
      </p>
      <p>{inWords(guidance.instead)}</p>
      <ul aria-label={t('where')}>
        {guidance.where.map(({ name, address, phone }) => (
          <li key={name.vi}>
            {[inWords(name), address && inWords(address), phone].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
