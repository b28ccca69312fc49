import { describe, expect, it } from '@jest/globals';
import { type NamedAgency, type Told, compileRecogniser } from '../src/index.js';
import { agency, options } from './city.js';

const named = (code: string, vi: string, shortName: string, more: Partial<NamedAgency> = {}) => ({
  ...agency(code, { name: { vi, en: code }, ...more }),
  shortName,
});
const committee = (ward: string, name: string) =>
  named(`UB-${ward}`, `Ủy ban nhân dân ${name}`, `UBND ${name}`, { type: 'committee', ward });
const police = (ward: string, name: string) =>
  named(`CA-${ward}`, `Công an ${name}`, `CA ${name}`, { type: 'ward_police', ward });
const places = {
  '00004': 'phường Ba Đình',
  '00256': 'phường Hai Bà Trưng',
  '10489': 'xã Hương Sơn',
};

const names = {
  agencies: [
    named('CENTER', 'Trung tâm trợ giúp', 'Trung tâm'),
    named('TRAFFIC', 'Trung tâm Quản lý giao thông', 'TT QLGT'),
    named('SYT', 'Sở Y tế', 'Sở Y tế'),
    named('SGD', 'Sở Giáo dục và Đào tạo', 'Sở GD&ĐT'),
    named('TAX', 'Cơ quan Thuế Thành phố', 'Thuế'),
    named('LIGHTS', 'Công ty Chiếu sáng và Thiết bị đô thị', 'HAPULICO'),
    named('SXD', 'Sở Xây dựng', 'Sở Xây dựng'),
    named('SGT', 'Sở Giao thông vận tải', 'Sở GTVT', { validTo: '2025-02-28', successor: 'SXD' }),
    named('CATP', 'Công an Thành phố', 'Công an TP'),
    ...Object.entries(places).flatMap(([ward, name]) => [
      committee(ward, name),
      police(ward, name),
    ]),
  ],
  serviceAreas: [],
  wards: Object.entries(places).map(([code, vi]) => ({ code, name: { vi, en: code } })),
};
const words = {
  asking: ['đề nghị', 'kính gửi'],
  wardWords: [
    { type: 'ward_police', words: ['công an phường', 'công an xã'] },
    { type: 'committee', words: ['một cửa', 'phường', 'xã', 'trường tiểu học'] },
    { type: null, words: ['xã hội', 'hợp tác xã'] },
  ],
};
const { recogniseAbout } = compileRecogniser(words, names, options);
const about = (text: string, ward: string | null = null, more: Partial<Told> = {}) =>
  recogniseAbout({ text, ward, at: '2026-03-10T09:00:00+07:00', ...more })?.agency ?? null;

describe('a text about an agency', () => {
  it.each([
    ['Nhân viên Sở Y tế quát mắng người dân.', 'SYT'],
    ['nhan vien so y te quat mang nguoi dan', 'SYT'],
    ['Cán bộ Sở GD & ĐT bỏ vị trí', 'SGD'],
    ['Thợ của Hapulico nói năng thô lỗ.', 'LIGHTS'],
    ['Phòng một cửa UBND phường Hai Bà Trưng đóng cửa sớm', 'UB-00256'],
    ['Ủy ban nhân dân Phường Ba Đình không ai trực', 'UB-00004'],
    ['Anh công an phường Ba Đình đòi tiền, lên phường không ai tiếp', 'CA-00004'],
    ['CA xã Hương Sơn có thái độ hách dịch', 'CA-10489'],
    ['Cán bộ Sở Giao thông vận tải gây khó dễ', 'SXD'],
    ['Đề nghị Sở Xây dựng kiểm tra thái độ của nhân viên HAPULICO', 'LIGHTS'],
    ['Kính gửi: Sở Y tế. Cán bộ ở Công an TP xưng mày tao', 'CATP'],
  ])('%s → %s', (text, code) => expect(about(text, '00004')).toBe(code));

  it.each([
    ['Phòng tiếp dân xã khóa cửa, bảo vệ nói cán bộ đi lễ hội', '10489', 'UB-10489'],
    ['Phản ánh trước phường trả lời đã xử lý xong', '00256', 'UB-00256'],
    ['Bộ phận một cửa bắt chờ hai tiếng', '00256', 'UB-00256'],
    ['Một cửa phường Ba Đình bắt chờ hai tiếng', '00256', 'UB-00004'],
    ['Công an phường đòi thêm giấy tờ', '00256', 'CA-00256'],
    ['Giáo viên trường tiểu học mắng học sinh', '10489', 'UB-10489'],
    ['Cán bộ văn hóa xã hội đi vắng, xã không ai trực', '10489', 'UB-10489'],
  ])('%s (%s) → %s by the place', (text, ward, code) => expect(about(text, ward)).toBe(code));

  it.each([
    ['names two', 'Sở Y tế đẩy sang Sở Xây dựng', null],
    ['means two of the ward', 'Một cửa đổ cho công an phường', '00256'],
    ['says the ward and not which', 'Cán bộ một cửa quát dân', null],
    ['names two wards', 'Một cửa: phường Ba Đình đẩy sang phường Hai Bà Trưng', '00004'],
    ['names nobody', 'Nhân viên trực rất thô lỗ', '00004'],
    ['only asks an agency', 'Đề nghị Sở Y tế xem giúp', null],
    ['has a common word for a name', 'Trung tâm cho tôi thuê nhà mà xưng hô thô lỗ', null],
    ['has a word that ends like one', 'Địa phương không ai giải quyết', '00004'],
    ['has another word of the same letters', 'Nhà tôi ở xa lắm, hợp tác xã cũng vậy', '10489'],
    ['has a name across two sentences', 'Tôi hỏi Sở. Y tế không trả lời', null],
    ['is empty', '', '00004'],
  ])('that %s tells nothing', (_, text, ward) => expect(about(text, ward)).toBeNull());

  it('says by which words', () => {
    const at = '2026-03-10T09:00:00+07:00';
    expect(recogniseAbout({ text: 'Sở Y tế', ward: null, at })?.because).toEqual({
      vi: 'Nội dung nêu tên Sở Y tế.',
      en: 'The text names SYT.',
    });
    const { because } = recogniseAbout({ text: 'một cửa', ward: '00256', at }) ?? {};
    expect(because?.vi).toBe(
      'Nội dung nhắc đến “một cửa” tại địa bàn: Ủy ban nhân dân phường Hai Bà Trưng.',
    );
  });

  it('is read as of its date', () => {
    const before = { at: '2024-05-01T09:00:00+07:00' };
    expect(about('Cán bộ Sở GTVT gây khó dễ', null, before)).toBe('SGT');
  });
});
