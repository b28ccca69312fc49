import { Alert, Button, CopyButton, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Once {
  /** What it is: a key or a secret. */
  title: string;
  hint: string;
  secret: string;
  onKept(): void;
}

/** A secret that is seen this one time: copied, then gone. */
export function ShownOnce({ title, hint, secret, onKept }: Once) {
  const { t } = useTranslation('keys');
  return (
    <section className="panel" aria-labelledby="once-title">
      <h2 id="once-title">{title}</h2>
      <Alert role="status" color="yellow" variant="light" mb="md">
        {t('once.warning')}
      </Alert>
      <p>{hint}</p>
      <pre className="admin-mail" tabIndex={0} aria-label={title}>
        <code>{secret}</code>
      </pre>
      <Group mt="md">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{t(copied ? 'once.copied' : 'once.copy')}</Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onKept}>
          {t('once.kept')}
        </Button>
      </Group>
    </section>
  );
}
