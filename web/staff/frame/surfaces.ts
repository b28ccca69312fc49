import { may, type Me } from '../api/me.ts';

/** The parts of the program of staff, each for those whose work it is. */
export const surfaces = [
  { name: 'console', opens: (me: Me) => ['operator', 'supervisor'].includes(me.role) },
  { name: 'agency', opens: (me: Me) => ['agency_head', 'officer'].includes(me.role) },
  { name: 'city', opens: (me: Me) => ['leader', 'observer', 'supervisor'].includes(me.role) },
  {
    name: 'admin',
    opens: (me: Me) => may(me, 'draft.read') && ['administrator', 'supervisor'].includes(me.role),
  },
] as const;

export type SurfaceName = (typeof surfaces)[number]['name'];

/** Where somebody's work begins. */
export const homeOf = (me: Me) => `/${surfaces.find(({ opens }) => opens(me))?.name ?? 'account'}`;
