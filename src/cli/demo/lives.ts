import type { Play } from './play.js';

/** A way that an assigned complaint can go. */
export type Life = (play: Play) => Promise<void>;

const answer = {
  finding: 'Đúng như phản ánh, đã kiểm tra tại chỗ.',
  done: 'Đã xử lý xong trong ngày và kiểm tra lại.',
};

const accept = (play: Play) => play.head('accept', ({ id }) => ({ officer: id }));

async function solve(play: Play): Promise<void> {
  await accept(play);
  await play.head('answer', () => answer);
  await play.operator('publish');
}

const rated =
  (score: number): Life =>
  async (play) => {
    await solve(play);
    await play.filer('rating', { score, text: 'Cảm ơn Trung tâm.' });
  };

async function confirmed(play: Play): Promise<void> {
  await solve(play);
  await play.filer('confirm');
}

async function forReview(play: Play): Promise<void> {
  await accept(play);
  await play.head('answer', () => answer);
}

/** The agency says that it is not theirs; the operator gives it to whom they name. */
async function returned(play: Play): Promise<void> {
  const committee = await handBack(play);
  await play.operator('assign', { lead: committee });
  await solve(play);
  await play.filer('confirm');
}

/** Returned by the second agency too: the supervisor decides, and that binds. */
async function returnedTwice(play: Play): Promise<void> {
  const { lead } = await play.see();
  const committee = await handBack(play);
  await play.operator('assign', { lead: committee });
  await play.head('return', () => ({
    ground: 'not_clear',
    text: 'Chưa rõ hạng mục này do đơn vị nào quản lý.',
  }));
  await play.supervisor('assign', {
    lead,
    text: 'Hạng mục này do đơn vị chuyên ngành quản lý.',
  });
  await solve(play);
}

async function handBack(play: Play): Promise<string> {
  const proposed = play.stage.adviser.committeeOf(await play.see());
  await play.head('return', () => ({
    ground: 'wrong_area',
    proposed,
    text: 'Vị trí này thuộc phạm vi quản lý của phường.',
  }));
  return proposed;
}

async function asked(play: Play): Promise<void> {
  await accept(play);
  await play.head('ask', () => ({ text: 'Xin cho biết số nhà hoặc điểm mốc gần nhất.' }));
  await play.filer('messages', { text: 'Ngay trước cổng, cạnh trạm biến áp.' });
  await play.head('answer', () => answer);
  await play.operator('publish');
  await play.filer('confirm');
}

async function disputed(play: Play): Promise<void> {
  await solve(play);
  await play.filer('reopen', { text: 'Vẫn chưa được khắc phục, mong kiểm tra lại.' });
  await solve(play);
  await play.filer('confirm');
}

async function sentBack(play: Play): Promise<void> {
  await forReview(play);
  await play.operator('send_back', { text: 'Thiếu thời điểm hoàn thành, đề nghị bổ sung.' });
  await play.head('answer', () => answer);
  await play.operator('publish');
}

/** A low score puts the answer before the center again. */
async function unsatisfied(play: Play): Promise<void> {
  await solve(play);
  await play.filer('rating', { score: 1, text: 'Chưa xử lý đúng chỗ.' });
  await play.operator('publish');
}

/** So that every part of life is seen once; the others take turns. */
const special: Record<string, Life> = {
  S005: returned,
  S007: asked,
  S016: disputed,
  S020: sentBack,
  S026: returnedTwice,
  S040: unsatisfied,
};

const stays: Life = async () => undefined;
const turns: Life[] = [rated(5), confirmed, accept, rated(4), solve, forReview, stays];

export function lifeOf(sample: string, turn: number): Life {
  return special[sample] ?? turns[turn % turns.length] ?? stays;
}

/** An operator's hand where the rules were not sure enough. @returns whether it now lies with an agency */
export async function triage(play: Play): Promise<boolean> {
  const { sample, stage } = play;
  if ('reject' in sample.triage) {
    const { reject: reason } = sample.triage;
    const refusal = { reason, text: 'Trung tâm không tiếp nhận nội dung này.' };
    await play.operator('reject', refusal);
    if (sample.expected.action !== 'forward_out_of_scope') return false;
    await play.filer('appeal', { text: 'Mong Trung tâm xem xét lại giúp tôi.' });
    await play.supervisor('reject', refusal);
    return false;
  }
  const { category, urgency, about } = sample.triage;
  await play.operator('classify', { category, urgency, about });
  const lead = stage.adviser.leadFor(sample, category, urgency, await play.see());
  await play.operator('assign', { lead });
  return true;
}
