import { useTranslation } from 'react-i18next';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { differences, shown } from './differences.ts';
import { useBase, type Draft } from './use-draft.ts';

const MOST = 200;

/** The draft beside the version that it began from. */
export function DifferenceTable({ draft }: { draft: Draft }) {
  const { t } = useTranslation('admin');
  const { data: base, error, refetch } = useBase(draft);
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!base) return <Waiting />;
  const all = differences(base.definition, draft.definition);
  if (all.length === 0) return <Nothing>{t('draft.same')}</Nothing>;
  return (
    <>
      <p>{t('draft.differences', { number: all.length })}</p>
      <table className="admin-table">
        <thead>
          <tr>
            <th scope="col">{t('draft.where')}</th>
            <th scope="col">{t('draft.before', { number: draft.basedOn })}</th>
            <th scope="col">{t('draft.after')}</th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, MOST).map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td>
                <del>{shown(before)}</del>
              </td>
              <td>
                <ins>{shown(after)}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
