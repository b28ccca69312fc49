import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/me.ts';
import { useColleagues } from '../people.ts';

interface Props {
  me: Me;
  officer: string;
  choose: (officer: string) => void;
}

/** Whose work is shown: the whole unit's, one's own, or one officer's. */
export function Filters({ me, officer, choose }: Props) {
  const { t } = useTranslation('agency');
  const { people } = useColleagues();
  const others = people.filter(({ id }) => id !== me.id);
  return (
    <NativeSelect
      label={t('inbox.whose')}
      value={officer}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: '', label: t('inbox.all') },
        { value: me.id, label: t('inbox.mine') },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
