import { Button, Checkbox, Group, Popover, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { Wrong } from '../../common/wrong.tsx';
import type { Filter } from './filter.ts';
import { viewsKey } from './side-bar.tsx';

/** Keeps what is shown under a name. */
export function SaveView({ filter }: { filter: Filter }) {
  const { t } = useTranslation('console');
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const saving = useMutation({
    mutationFn: () =>
      brought(api.POST('/api/views', { body: { name, filter: filter as object, shared } })),
    onSuccess: async () => {
      setOpened(false);
      setName('');
      await queries.invalidateQueries({ queryKey: viewsKey });
    },
  });
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      withinPortal={false}
      position="bottom-end"
    >
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened(!opened)}>
          {t('views.save')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('views.save')}>
        <form
          className="form"
          onSubmit={(submitted) => {
            submitted.preventDefault();
            saving.mutate();
          }}
        >
          <TextInput
            label={t('views.name')}
            required
            maxLength={60}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            data-autofocus
          />
          <Checkbox
            label={t('views.share')}
            checked={shared}
            onChange={({ currentTarget }) => setShared(currentTarget.checked)}
          />
          {saving.error && <Wrong error={saving.error} />}
          <Group>
            <Button type="submit" loading={saving.isPending}>
              {t('views.keep')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
