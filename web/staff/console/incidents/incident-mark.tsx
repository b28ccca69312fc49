import { useTranslation } from 'react-i18next';
import { Mark } from '../../common/mark.tsx';
import type { IncidentItem } from './use-incident.ts';

const tones: Record<string, 'warn' | 'good' | 'plain'> = { proposed: 'warn', open: 'good' };

export function IncidentMark({ incident: { status } }: { incident: IncidentItem }) {
  const { t } = useTranslation('console');
  return <Mark tone={tones[status] ?? 'plain'}>{t(`incident.status.${status}`)}</Mark>;
}
