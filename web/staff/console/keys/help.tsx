import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { caseKeys, everywhere, goTo, listKeys } from './table.ts';

/** Every key, by where it works. */
export default function Help({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('console');
  const parts = { everywhere, list: listKeys, goTo, case: caseKeys };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className="both">
        {Object.entries(parts).map(([part, keys]) => (
          <section key={part} aria-labelledby={`keys-${part}`}>
            <h3 id={`keys-${part}`}>{t(`help.${part}`)}</h3>
            <table className="keys">
              <tbody>
                {Object.entries(keys).map(([key, does]) => (
                  <tr key={key}>
                    <th scope="row">
                      <kbd>{key}</kbd>
                    </th>
                    <td>{t(does)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Modal>
  );
}
