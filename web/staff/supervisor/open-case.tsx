import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

/** Where everything else can be done with a case. */
export function OpenCase({ id }: { id: string }) {
  const { t } = useTranslation('supervisor');
  return (
    <Button component={Link} href={`/cases/${id}`} variant="default">
      {t('openCase')}
    </Button>
  );
}
