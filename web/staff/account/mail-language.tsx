import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { meAgain, type Me } from '../api/me.ts';
import { Wrong } from '../common/wrong.tsx';

const names = [
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'en', label: 'English' },
];

/** In which language mails come; that of the pages is chosen at the top. */
export function MailLanguage({ me }: { me: Me }) {
  const { t } = useTranslation('account');
  const choose = useMutation({
    mutationFn: (language: 'vi' | 'en') => api.PUT('/api/me/language', { body: { language } }),
    onSuccess: meAgain,
  });
  return (
    <section className="panel" aria-labelledby="language-title">
      <h2 id="language-title">{t('language.title')}</h2>
      {choose.error && <Wrong error={choose.error} />}
      <NativeSelect
        className="field"
        label={t('language.mails')}
        description={t('language.hint')}
        data={names}
        value={choose.variables ?? me.language}
        onChange={(event) => choose.mutate(event.currentTarget.value === 'en' ? 'en' : 'vi')}
      />
      <p role="status" className="muted">
        {choose.isSuccess && t('saved')}
      </p>
    </section>
  );
}
