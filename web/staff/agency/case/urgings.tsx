import { Alert } from '@mantine/core';
import { BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../case/use-case.ts';
import { moment } from '../../common/moments.ts';

/** Where the center waits for word on why it takes so long. */
export function Urgings({ view }: { view: CaseView }) {
  const { t } = useTranslation('agency');
  const open = view.urgings.filter((one) => one.open);
  return open.map(({ number, by, text, answerBy }) => (
    <Alert
      key={number}
      color="red"
      variant="light"
      icon={<BellRing aria-hidden />}
      title={t('urging.title', { number, by: t(`urging.${by}`) })}
    >
      {text && <p className="said">{text}</p>}
      <p>{t('urging.answerBy', { at: moment(answerBy) })}</p>
    </Alert>
  ));
}
