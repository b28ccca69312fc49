import { Alert, Button } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem.ts';
import { inWords } from '../words.ts';

/** What went wrong, in the server's own words, and how to go on. */
export function Wrong({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useTranslation();
  const { said } = problemOf(error);
  return (
    <Alert role="alert" color="red" variant="light" icon={<CircleAlert aria-hidden />}>
      <p>{inWords(said.detail)}</p>
      {said.errors && (
        <ul>
          {said.errors.map((one) => (
            <li key={`${one.field}${one.code}`}>{inWords(one)}</li>
          ))}
        </ul>
      )}
      {again && (
        <Button variant="default" onClick={again}>
          {t('again')}
        </Button>
      )}
    </Alert>
  );
}
