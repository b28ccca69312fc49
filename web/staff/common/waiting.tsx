import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** While something is read. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <p role="status" className="waiting">
      <Loader size="sm" aria-hidden /> {t('waiting')}
    </p>
  );
}
