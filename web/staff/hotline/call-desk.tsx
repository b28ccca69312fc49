import type { Me } from '../api/me.ts';
import { CallForm } from './call-form.tsx';
import { CallReceipt } from './call-receipt.tsx';
import { CallerHistory } from './caller-history.tsx';
import type { Call, Edit } from './calls.ts';
import { Followed } from './followed.tsx';

interface Props {
  me: Me;
  call: Call;
  edit: Edit;
  end: () => void;
}

/** One call from the number to the code, or to the case that the caller asks about. */
export function CallDesk({ me, call, edit, end }: Props) {
  if (call.receipt) return <CallReceipt call={call} receipt={call.receipt} end={end} />;
  return (
    <div className="call-desk">
      <CallForm call={call} edit={edit} end={end} />
      <aside className="call-beside">
        {call.follows ? (
          <Followed me={me} id={call.follows} close={() => edit({ follows: null })} />
        ) : (
          <CallerHistory call={call} edit={edit} />
        )}
      </aside>
    </div>
  );
}
