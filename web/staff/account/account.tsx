import type { Me } from '../api/me.ts';
import { useTranslation } from 'react-i18next';

/** One's own account. */
export default function Account({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h1>{t('account')}</h1>
      <p>{me.name}</p>
      <p className="muted">{t(`role.${me.role}`)}</p>
    </section>
  );
}
