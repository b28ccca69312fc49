/**
 * The same as standingOf in #deadlines, over rows of `clock k` without cancelled ones; `now` is how the statement
 * names the present.
 */
export const standingSql = (now: string) => `case
      when k.outcome = 'late' then 'late'
      when k.outcome = 'met' and k.stopped_at > (
        select (m->>'from')::timestamptz from jsonb_array_elements(k.moves) with ordinality t(m, i)
        where m->>'why' = 'extension' order by i limit 1) then 'onTimeExtended'
      when k.outcome = 'met' then 'onTime'
      when coalesce((select min((p->>'from')::timestamptz) from jsonb_array_elements(k.pauses) p
        where p->>'to' is null), ${now}) > k.due_at then 'openLate'
      else 'open' end`;
