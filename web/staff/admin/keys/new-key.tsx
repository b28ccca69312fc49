import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { dayBegins } from '../../common/city-time.ts';
import { Faults, faultOf } from '../../common/faults.tsx';
import { AgencyField } from './agency-field.tsx';
import { scopes, type Scope } from './key-words.ts';
import { ShownOnce } from './shown-once.tsx';

const YEAR = 365 * 86_400_000;
const inAYear = () => new Date(Date.now() + YEAR).toISOString().slice(0, 10);
const linesOf = (text: string) => text.split(/[\s,]+/).filter((one) => one !== '');

/** A new key: what it may do is said when it is made, and never widened. */
export function NewKey() {
  const { t } = useTranslation('keys');
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [agency, setAgency] = useState('');
  const [may, setMay] = useState<Scope[]>([]);
  const [until, setUntil] = useState(inAYear);
  const [ranges, setRanges] = useState('');
  const make = useMutation({
    mutationFn: () =>
      brought(
        api.POST('/api/keys', {
          body: {
            name,
            organisation,
            scopes: may,
            validUntil: until && dayBegins(until),
            ranges: linesOf(ranges),
            ...(agency && { agency }),
          },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys'] }),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    make.mutate();
  };
  if (make.data) {
    const { id, key } = make.data;
    const onKept = () => go(`/keys/${id}`);
    return <ShownOnce title={t('yourKey')} hint={t('useHint')} secret={key} onKept={onKept} />;
  }
  return (
    <section className="panel" aria-labelledby="new-title">
      <h2 id="new-title">{t('add')}</h2>
      <form className="admin-form" onSubmit={submit}>
        <Faults error={make.error} form="key" />
        <TextInput
          id="key-name"
          label={t('name')}
          description={t('nameHint')}
          error={faultOf(make.error, 'name')}
          value={name}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
          required
        />
        <TextInput
          id="key-organisation"
          label={t('organisation')}
          error={faultOf(make.error, 'organisation')}
          value={organisation}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setOrganisation(event.currentTarget.value)}
          required
        />
        <Checkbox.Group
          id="key-scopes"
          label={t('may')}
          error={faultOf(make.error, 'scopes')}
          value={may}
          onChange={(chosen) => setMay(chosen as Scope[])}
        >
          {scopes.map((one) => (
            <Checkbox key={one} value={one} label={t(`scope.${one}`)} mt="sm" />
          ))}
        </Checkbox.Group>
        <AgencyField id="key-agency" value={agency} error={make.error} onChange={setAgency} />
        <TextInput
          id="key-validUntil"
          type="date"
          label={t('validUntil')}
          description={t('validHint')}
          error={faultOf(make.error, 'validUntil')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          required
        />
        <Textarea
          id="key-ranges"
          label={t('ranges')}
          description={t('rangesHint')}
          error={faultOf(make.error, 'ranges')}
          value={ranges}
          autosize
          minRows={2}
          onChange={(event) => setRanges(event.currentTarget.value)}
        />
        <Button type="submit" loading={make.isPending}>
          {t('make')}
        </Button>
      </form>
    </section>
  );
}
