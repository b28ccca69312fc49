import type { EventType } from '#lifecycle';
import type { CaseView } from '../../complaints/dto/case-view.dto.js';
import { Unexpected } from './client.js';
import type { Play } from './play.js';
import type { Heard } from './watch.js';

const words: Partial<Record<EventType, string>> = {
  question_asked: 'hỏi người gửi',
  filer_replied: 'người gửi trả lời',
  noted: 'ghi chú',
  accepted: 'nhận',
  returned: 'trả lại',
  recalled: 'rút về Trung tâm',
  answered: 'kết quả',
  sent_back: 'yêu cầu bổ sung',
  published: 'đã giải quyết',
  confirmed: 'xác nhận',
  reopened: 'mở lại',
  appealed: 'đề nghị xem lại',
  warned: 'nhắc hạn',
  breached: 'trễ hạn',
  escalated: 'leo thang',
};

/** What the socket told of a complaint, in one line: "S001 CS-01 → HAPULICO · đã phân công 0,9 · nhận". */
export function lineOf(play: Play, view: CaseView): string {
  const scores = play.scores.values();
  const filed = view.timeline[0]?.data as { category?: string | null };
  let line = `${play.sample.id} ${filed.category ?? '—'}`;
  if (view.timeline[1]?.type !== 'assigned') line += ' · chờ phân loại';
  for (const { type, summary } of play.stage.watch.of(play.id)) {
    if (type === 'classified') line += ` · phân loại ${summary.category}`;
    else if (type === 'assigned') line += ` → ${summary.lead} · đã phân công${sure(view, summary)}`;
    else if (type === 'rejected') line += ` · không tiếp nhận (${summary.reason})`;
    else if (type === 'rated') line += ` · ★${scores.next().value ?? '?'}`;
    else if (type === 'closed') line += ' · kết thúc';
    else if (words[type]) line += ` · ${words[type]}`;
  }
  return line;
}

/** How sure the rules were, where they decided. */
function sure({ timeline }: CaseView, { number }: Heard['summary']): string {
  const event = timeline.find((one) => one.number === number);
  const { grounds } = (event?.data ?? {}) as { grounds?: { confidence: number } | null };
  return grounds ? ` ${grounds.confidence.toLocaleString('vi-VN')}` : '';
}

/** The socket has told the whole timeline, in order and nothing twice. @throws Unexpected */
export function checkHeard(play: Play, { timeline, id }: CaseView): void {
  const told = play.stage.watch.of(id).map(({ type, summary }) => `${summary.number} ${type}`);
  const kept = timeline.map(({ number, type }) => `${number} ${type}`);
  if (told.slice(0, kept.length).join() !== kept.join())
    throw new Unexpected(`the socket told ${told.join(', ')}; the log has ${kept.join(', ')}`);
}
