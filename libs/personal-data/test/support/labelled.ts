import type { PersonalKind } from '../../src/index.js';

/** Sentences in which `{kind:words}` marks what is personal, and `{kind?:words}` what is known not to be found. */
const sentences = `
Liên hệ tôi qua số {phone:0912345678} nhé.
Gọi cho anh Tùng theo số {phone:0912.345.678} sau 18h00.
SĐT: {phone:0912-345-678}, nhà ngay đầu ngõ.
sdt {phone:09 12 34 56 78} goi luc nao cung duoc
Số máy của mẹ tôi là {phone:+84 912 345 678}.
Zalo {phone:84912345678} có ảnh chụp.
dt {phone:(+84)912345678} cua chu nha
Điện thoại bàn {phone:024.38251234} không ai nghe máy.
Tổng đài công ty họ {phone:024 6278 1234} báo bận cả ngày.
Số cũ của tôi là {phone:01234567890} đã đổi đầu số.
Quán để số {phone:1900 6035} trên biển.
Tôi gọi {phone:1800 1091} mà không có người trả lời.
Gọi tôi số {phone:không chín một hai ba bốn năm sáu bảy tám}.
ma so lien lac {phone:khong chin tam bay sau nam bon ba hai mot} a
Số {phone:０９１２３４５６７８} viết bằng bàn phím lạ.
sđt{phone:0987654321} của bảo vệ
alo em so {phone:0356 789 012} e o tang 3
lh {phone:912345678} gap Hoa
Máy bàn nhà tôi: điện thoại {phone:38251234}.
Có hai số {phone:0912345678} và {phone:0987654321} đều gọi được.
Số {phone:0912345678}. 3 người cùng phản ánh.
Thư của tôi: {email:nguyen.van.an@gmail.com}, xin trả lời.
Gửi về {email:ban.doc+hn@dân-phố.example.vn} giúp tôi.
mail {email:an123 (at) gmail.com} nhe
Email công ty {email:lienhe@cong-ty.com.vn} không phản hồi.
CCCD {national_id:001203004567} của tôi bị lộ trên bảng tin.
Số căn cước của con tôi là {national_id:036 205 001 234}.
Họ chụp cả giấy tờ số {national_id:001303012345} của mẹ tôi.
CMND {national_id:012345678} cấp năm 2009.
so cmt {national_id:111222333} bi mat
Mã định danh {national_id:001099012345} của cháu chưa cập nhật.
Xe tải biển {plate:29H-000.01} đổ phế thải lúc 2h sáng.
Xe buýt tuyến 32 biển số {plate:29B-000.00} bỏ bến.
Ô tô {plate:30A-123.45} đỗ chắn cổng trường.
xe máy {plate:29-X1 234.56} lạng lách
Taxi {plate:30F1 23456} từ chối chở khách.
bien so {plate:30k 12345} do via he
Xe con {plate:30K-123.45} đậu ở lòng đường.
Xe {plate:29X1-2345} vượt đèn đỏ.
xe khach bks {plate:29b 12345} nhoi nhet
Chuyển tiền vào stk {bank_account:19034567890123} Techcombank.
Số tài khoản {bank_account:0011004123456} Vietcombank, chủ tài khoản là kế toán.
Ngân hàng BIDV {bank_account:2151 0000 123 456} thu hộ tiền rác.
Họ bảo chuyển {bank_account:8888999900} MB Bank.
tk {bank_account:1234567890} agribank
Thẻ {card:4111 1111 1111 1111} bị trừ tiền hai lần.
Bị trừ tiền ở thẻ {card:9704360000000000010} khi nộp phí.
Mã khách hàng {customer_code:PD01000123456} tháng 2 tăng gấp đôi.
Hóa đơn điện {customer_code:PD12000654321} ghi sai chỉ số.
Mã KH: {customer_code:104528793} nước sạch chưa ghi chỉ số.
Số danh bộ {customer_code:0312345678} bị tính nhầm.
hop dong so {customer_code:2024/HĐ-12345} mua ban nuoc
Số công tơ {customer_code:19045678} chạy quá nhanh.
Hộ chiếu {passport:C1234567} của tôi hẹn trả tháng 3.
Passport {passport:B9876543} expired while waiting.
ho chieu so {passport:p12345678} chua tra
Ông {name:Nguyễn Văn An} ở đầu ngõ đổ rác ra đường.
bà {name:Lê Thị Bích Ngọc} có thể làm chứng.
Cán bộ địa chính tên {name:Trần Văn Thí Nghiệm} hẹn nhiều lần.
Tôi là {name:Phạm Minh Đức}, đại diện tổ dân phố.
Chị {name:Đỗ Thu} hàng xóm cũng bị mất nước.
ong {name:Nguyen Van Binh} nha ben canh xa nuoc
BÀ {name:VŨ THỊ HOA} BÁN HÀNG TRÊN VỈA HÈ
Anh {name:Hùng Cường} lái xe chửi khách.
Họ tên: {name:Hoàng Thị Mai}.
Cụ {name:Đặng Văn Lâm} 80 tuổi sống một mình.
Dãy đèn trước cửa {address:số nhà 36} không lên.
Nhà tôi ở {address:số nhà 12B ngõ 58 ngách 4/2} Trần Bình.
{address:nhà số 5 ngõ 3} phố Chùa Láng mất nước
{address:Căn hộ 1203} tòa HH2C bị thấm trần.
{address:can ho 805} khong co nuoc nong
{address:Phòng 1502} tòa CT5 mất điện.
{address:nha so 7} ngay goc cho
Gia đình ở {address:nhà 12 ngõ 34} đốt rác hằng đêm.
Nước tràn vào {address:15 ngõ 120 ngách 3} Hoàng Văn Thái.
Đường dây nóng 113, 114, 115 và 111 đều gọi được.
Gọi 1022 hay 024 1022 đều bận.
Tổng đài 19001009 hướng dẫn tôi gửi ở đây.
Đã gọi 1900 1288 báo mất điện.
Theo Quyết định số 01/QĐ-UBND ngày 02/5/2026 của xã.
Quyết định 1207/QĐ-UBND và 13/2023/QĐ-UBND quy định 8 giờ.
Hẹn trả ngày 05.04.2026 lúc 15.30 mà chưa có.
Mất điện từ 08.10.2026 15.30 đến giờ.
Mất nước từ 19h30 ngày 2/6 đến 6h20 sáng nay.
Thu 500.000 đồng tiền gửi xe, có hôm 30k một xe.
Nhận của tôi 20 triệu, sau đòi thêm 1.500.000đ.
Tiền điện 2.345.678 đồng, tháng trước 812.000 đ.
Đèn đường phố Hòa Mã đoạn từ số 20 đến số 48 không sáng.
Cột số HM-14 hỏng bóng, cột COT-4711 nghiêng.
Phố Trần Hưng Đạo và đường Nguyễn Trãi ngập nửa bánh xe.
Ngõ 58 phố Trần Bình rác ùn ứ bốn ngày.
Đường Bà Triệu, quận Hai Bà Trưng Hà Nội tắc từ sáng.
Phố Ông Ích Khiêm cây đổ chắn lối.
Lăng Chủ tịch Hồ Chí Minh và tượng Bác Hồ đóng cửa buổi chiều.
Bác Hồ từng trồng cây ở công viên này.
Xe buýt 32 sáng nay không dừng điểm Cầu Giấy.
Ông chủ quán và bà con khu phố đều bức xúc.
Chung cư HH2C, tòa HH2B mất nước 3 ngày 2 đêm.
Khoảng 200 công nhân bị nợ lương 4 tháng năm 2025.
Phản ánh trước của tôi mã PA-2026-000123 chưa xong.
Công ty có 12 xe, mỗi xe chở 1500 kg, chạy 30 km.
Quốc lộ 1A đoạn km 12 nhiều ổ gà, sâu 20-30 cm.
Xe chạy lúc 12h 30000 lượt khách mỗi ngày.
Street light broken at 12 Xuan Dieu for one week.
Nộp 3 lần: 01/02/2026, 15/02/2026, 02/03/2026.
Anh công an phường đã dắt mẹ tôi qua đường.
Đồng hồ nước quay nhanh gấp đôi so với tháng 1/2026.
ong {name?:tran van hai} nha doi dien xa nuoc thai
Bác {name?:Tuấn} ở Hoà Mã gọi báo đèn không lên.
Giám đốc {name:Lê Hoàng Nam} hứa sửa mà không sửa.
Gọi {phone?:0912 ba bốn năm 678} gặp chủ nhà.
Nhà em {address?:36 Hàng Bông} bị nước tràn vào.
Số tài khoản của bà ấy là {bank_account:1903 1122 334 455}.
Gia đình tôi, ông {name:Trịnh Công Vinh}, CCCD {national_id:001060004321}, ĐT {phone:0903 111 222}, ở {address:số nhà 9 ngách 5/12} Láng.
Anh {name:Vũ Đình Phong} biển {plate:29-H1 678.90} chuyển tiền vào stk {bank_account:0451000333444} VCB rồi gọi {phone:0977.123.456}.
TOI LA {name:NGUYEN THI LAN} SO {phone:0912 000 111}
Bị chặn xe {plate:51G-888.88} trước cửa hàng lúc 20h15 ngày 3/3/2026.
Xin gọi chị {name:Hà Thu Phương} số {phone:02439876543} giờ hành chính.
Con tôi học lớp 1A2, trường 35 năm tuổi, sĩ số 56.
Gói thầu 12.500.000.000 đồng từ 2019 đến 2021 chưa xong.
Trạm biến áp 110kV, lộ 471 E1.20, mất điện 5 lần.
Vé xe buýt 8000 đồng, tuyến 01 và 32, nhà chờ số 7.
Thời tiết 38 độ, mất điện 3 tiếng 45 phút.
Nghị định 356/2025/NĐ-CP và Luật 91/2025/QH15 bảo vệ dữ liệu.
Hồ sơ H26.12.345-260310-0012 nộp ngày 10/03/2026 quá hạn.
`;

export interface Labelled {
  text: string;
  expected: { kind: PersonalKind; words: string; missed: boolean }[];
}

export const labelled: Labelled[] = sentences
  .trim()
  .split('\n')
  .map((line) => {
    const expected: Labelled['expected'] = [];
    const text = line.replaceAll(
      /\{(\w+)(\??):([^}]*)\}/g,
      (_, kind: PersonalKind, missed: string, words: string) => {
        expected.push({ kind, words, missed: missed !== '' });
        return words;
      },
    );
    return { text, expected };
  });
