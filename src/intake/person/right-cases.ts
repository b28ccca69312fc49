import { identityFields } from '#lifecycle';
import { Injectable } from '@nestjs/common';
import { City } from '../../catalog/city.js';
import type { Case } from '../../complaints/case.js';
import type { Filer } from '../../complaints/identities.js';
import { categoryOfRight, type PersonRight } from '../../complaints/person-rights.js';
import { filer } from '../../complaints/tracking.js';
import type { Tx } from '../../platform/database/door.js';
import type { Filing } from '../check-filing.js';
import { Filings } from '../filing.js';
import type { RightRequest, UseRight } from './rights.dto.js';

const fieldWords = {
  name: 'họ tên',
  phone: 'điện thoại',
  email: 'thư điện tử',
  address: 'địa chỉ',
};

/** What the unit is asked to do, without a word of what is kept. */
const tasks: Record<PersonRight, (id: string, asked: UseRight) => string> = {
  access: (id) =>
    `Người gửi yêu cầu xem dữ liệu cá nhân của phản ánh ${id}. Hệ thống đã trả lời ngay; đề nghị kiểm tra và xác nhận.`,
  correct: (id, { changes = {} }) => {
    const fields = identityFields.filter((field) => changes[field] !== undefined);
    const words = fields.map((field) => fieldWords[field]).join(', ');
    return `Người gửi đã sửa ${words} của phản ánh ${id}. Đề nghị kiểm tra và xác nhận.`;
  },
  withdraw: (id) =>
    `Người gửi yêu cầu rút lại dữ liệu của phản ánh ${id}. Danh tính đã bị hạn chế ngay; đề nghị kiểm tra và trả lời, lãnh đạo Trung tâm quyết định việc xóa.`,
  restrict: (id, { on = true }) =>
    on
      ? `Người gửi yêu cầu hạn chế xử lý dữ liệu của phản ánh ${id}. Hệ thống đã hạn chế ngay; đề nghị kiểm tra và xác nhận.`
      : `Người gửi bỏ hạn chế xử lý dữ liệu của phản ánh ${id}. Đề nghị kiểm tra và xác nhận.`,
};

/** A request for a right as a case of its own, with its clock, for the unit that protects personal data. */
@Injectable()
export class RightCases {
  constructor(
    private readonly filings: Filings,
    private readonly city: City,
  ) {}

  /** `person` is answered by mail; of the identity the case holds nothing else. */
  async open(
    tx: Tx,
    { state }: Case,
    asked: UseRight,
    person: Pick<Filer, 'type' | 'email'>,
    at: Date,
  ): Promise<RightRequest> {
    const filing = this.filing(state.id, state.language, asked, person);
    const subjectId = state.id;
    const filed = this.filings.open(filing, { at, actor: filer, channel: 'web', subjectId });
    await this.filings.write(tx, filed, filing, at, []);
    const { code, promise } = this.filings.receiptOf(filed);
    return { code, promise };
  }

  private filing(
    subjectId: string,
    language: string,
    asked: UseRight,
    { type, email }: Pick<Filer, 'type' | 'email'>,
  ): Filing {
    const category = this.city.category(categoryOfRight[asked.right]);
    const task = tasks[asked.right](subjectId, asked);
    return {
      kind: category?.kind ?? 'question',
      category,
      about: null,
      text: asked.text === undefined ? task : `${task}\n\nLời người gửi: ${asked.text}`,
      ward: null,
      point: null,
      address: null,
      answers: {},
      filer: { type, name: null, phone: null, email, address: null, device: null },
      language: language === 'en' ? 'en' : 'vi',
    };
  }
}
