import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { moment } from '../common/moments.ts';
import { Wrong } from '../common/wrong.tsx';
import { inWords } from '../words.ts';
import type { Call, Receipt } from './calls.ts';

interface Props {
  call: Call;
  receipt: Receipt;
  end: () => void;
}

/** What is read out to the caller at the end. */
export function CallReceipt({ call, receipt, end }: Props) {
  const { t } = useTranslation('hotline');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { code, spelled, promise, holder, incident } = receipt;
  return (
    <section className="panel call-receipt" aria-labelledby="call-receipt">
      <h2 id="call-receipt" tabIndex={-1} ref={heading}>
        {t('filed')}
      </h2>
      <p>{t('readOut')}</p>
      <p className="call-code">
        <strong>{code}</strong>
      </p>
      <ol className="spelled" aria-label={t('spelled')}>
        {spelled.map((group, index) => (
          <li key={index}>
            {group.map(({ symbol, word }, at) => (
              <span key={at}>
                <b>{symbol}</b> <span>{inWords(word)}</span>
              </span>
            ))}
          </li>
        ))}
      </ol>
      <p className="say">
        {t('promise', { unit: inWords(holder.unit), due: moment(promise.dueAt) })}
      </p>
      <p className="muted">{inWords(promise.why)}</p>
      {incident && <p>{incident.standingAnswer ?? incident.title}</p>}
      <p>{call.email.trim() ? t('mailed') : t('notMailed')}</p>
      <BySms receipt={receipt} />
      <Group>
        <Button onClick={end}>{t('next')}</Button>
        <Button variant="default" onClick={() => void navigator.clipboard.writeText(code)}>
          {t('copy')}
        </Button>
      </Group>
    </section>
  );
}

/** The code to the caller's own number, where the center has a gateway for it. */
function BySms({ receipt: { code, sms } }: { receipt: Receipt }) {
  const { t } = useTranslation('hotline');
  const sending = useMutation({
    mutationFn: () => api.POST('/api/calls/code-sms', { body: { code } }),
  });
  if (sms !== 'ready') return <p className="muted">{t(sms === 'off' ? 'noSms' : 'smsNoPhone')}</p>;
  if (sending.isSuccess) return <p role="status">{t('smsSent')}</p>;
  return (
    <>
      {sending.error && <Wrong error={sending.error} />}
      <p>
        <Button variant="default" loading={sending.isPending} onClick={() => sending.mutate()}>
          {t('sendSms')}
        </Button>
      </p>
    </>
  );
}
