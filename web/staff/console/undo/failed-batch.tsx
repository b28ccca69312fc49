import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { inWords } from '../../words.ts';
import { holding, type Failed } from './held.ts';

/** Of what was done to many cases: each that could not be done, and why. */
export function FailedBatch({ failed }: { failed: readonly Failed[] }) {
  const { t } = useTranslation('console');
  const [first] = failed;
  if (!first) return null;
  return (
    <Alert
      role="alert"
      color="red"
      title={t('undo.failedMany', {
        what: t(`command.${first.deed.name}`),
        count: failed.length,
      })}
      withCloseButton
      closeButtonLabel={t('close')}
      onClose={() => holding.forget(...failed)}
    >
      <ul className="failed-batch">
        {failed.map(({ deed, problem }) => (
          <li key={deed.caseId}>
            <Link href={`/cases/${deed.caseId}`}>{deed.title}</Link>: {inWords(problem.said.detail)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
