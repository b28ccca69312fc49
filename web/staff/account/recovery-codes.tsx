import { Alert, Button, Checkbox, CopyButton, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Given {
  codes: string[];
  onKept: () => void;
  /** Work begins only after them. */
  goOn: boolean;
}

/** Shown once: whoever loses the phone comes in by one of them. */
export function RecoveryCodes({ codes, onKept, goOn }: Given) {
  const { t } = useTranslation('account');
  const [kept, setKept] = useState(false);
  return (
    <>
      <Alert role="status" color="green" title={t('codes.title')} mb="md">
        {t('codes.why')}
      </Alert>
      <ul className="account-codes" aria-label={t('codes.list')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group className="no-print" my="md">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              <span aria-live="polite">{t(copied ? 'codes.copied' : 'codes.copy')}</span>
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={() => print()}>
          {t('codes.print')}
        </Button>
      </Group>
      <Checkbox
        className="no-print"
        mb="md"
        label={t('codes.kept')}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Button className="no-print" disabled={!kept} onClick={onKept}>
        {t(goOn ? 'codes.work' : 'codes.done')}
      </Button>
    </>
  );
}
