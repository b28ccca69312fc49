import { useTranslation } from 'react-i18next';
import { Mark } from '../../../common/mark.tsx';
import type { Words } from '../../../words.ts';

interface Given {
  values: string[];
  delivered: { subject: Words; text: Words };
}

const parts = ['facts', 'quotes', 'link'];

/** What the words of a mail may name; what was named when it was delivered must stay. */
export function Places({ values, delivered: { subject, text } }: Given) {
  const { t } = useTranslation('admin');
  const isNamed = (name: string) =>
    [subject.vi, subject.en, text.vi, text.en].some((one) => one.includes(`{${name}}`));
  const all = [...parts.filter(isNamed), ...values];
  return (
    <details>
      <summary>{t('mailText.places')}</summary>
      <ul className="admin-list">
        {all.map((name) => (
          <li key={name}>
            <code>{`{${name}}`}</code> {t(`mailText.place.${name}`)}{' '}
            {isNamed(name) && <Mark tone="plain">{t('mailText.required')}</Mark>}
          </li>
        ))}
      </ul>
      <p className="muted">{t('mailText.missing')}</p>
    </details>
  );
}
