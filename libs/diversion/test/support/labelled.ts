import type { Certainty, Procedure } from '../../src/index.js';

export interface Labelled {
  /** What it is, by its meaning. */
  is: Procedure | null;
  /** What the rules make of it; less than it is where they cannot tell. */
  told: { procedure: Procedure; certainty: Certainty } | null;
  text: string;
}

const labels: Record<string, Pick<Labelled, 'is' | 'told'>> = {
  'D!': { is: 'denunciation', told: { procedure: 'denunciation', certainty: 'sure' } },
  'D?': { is: 'denunciation', told: { procedure: 'denunciation', certainty: 'likely' } },
  'D-': { is: 'denunciation', told: null },
  'K!': { is: 'formal_complaint', told: { procedure: 'formal_complaint', certainty: 'sure' } },
  'K?': { is: 'formal_complaint', told: { procedure: 'formal_complaint', certainty: 'likely' } },
  'K-': { is: 'formal_complaint', told: null },
  'd?': { is: null, told: { procedure: 'denunciation', certainty: 'likely' } },
  'k?': { is: null, told: { procedure: 'formal_complaint', certainty: 'likely' } },
  '..': { is: null, told: null },
};

// D denunciation, K formal complaint; ! sure, ? likely, - not found. Small letters: neither, and asked about; .. neither.
const sentences = `
D! Tôi làm đơn này tố cáo ông Nguyễn Văn Thử, cán bộ địa chính xã, nhận tiền làm sổ đỏ.
D! ĐƠN TỐ CÁO. Kính gửi Chủ tịch UBND xã. Tôi tên là Trần Thị Mẫu, xin trình bày sự việc sau.
D! CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, Độc lập - Tự do - Hạnh phúc. ĐƠN TỐ CÁO về hành vi của trưởng thôn.
D! don to cao kinh gui thanh tra thanh pho, toi ten la Le Van Vi Du
D! Tôi xin tố cáo chủ tịch phường lợi dụng chức vụ cấp đất cho người nhà.
D! toi muon to cao can bo phuong nhan hoi lo cua cac ho kinh doanh
D! em viết đơn này mong được tố cáo hành vi của công an khu vực ạ
D! Chúng tôi tố cáo bí thư xã bán đất công lấy tiền riêng.
D! Kế toán xã lập khống danh sách hộ nghèo, tôi có bằng chứng là bản chụp danh sách.
D! Ông Trần Văn Mẫu ở phòng thuế đòi 15 triệu mới cho qua, tôi ghi âm được cuộc gọi.
D! Hiệu trưởng làm giả chứng từ mua sắm, giáo viên chúng tôi có tài liệu kèm theo và nhân chứng.
D! truong cong an xa nhan tien cua quan karaoke, toi co video va tin nhan
D! Bà Lê Thị Ví Dụ bên bộ phận một cửa nhận 3 triệu để làm nhanh, có ảnh chuyển khoản.
D! TÔI LÀM ĐƠN NÀY TỐ CÁO CÁN BỘ XÃ THAM Ô TIỀN HỖ TRỢ BÃO LŨ
D? t viết cho rõ: tôi tố cáo ông Phạm Văn Thí Nghiệm tham ô quỹ vì người nghèo, mn đều biết
D! Tooi lamf ddown nayf toos caos casn booj xax nhaanj tieefn
D! Officer Tran took 20 million from my family, I have a recording. He is the chairman of the commune.
D? Tôi muốn tố cáo quán karaoke này trốn thuế nhiều năm.
D? Cán bộ xã nhận tiền làm sổ đỏ cho nhiều hộ, ai cũng biết.
D? can bo dia chinh doi 20 trieu moi lam so do
D? Công an phường bảo kê sòng bạc trong ngõ.
D? Bác sĩ gợi ý bồi dưỡng mới mổ sớm cho mẹ tôi.
D? Tôi đã gửi đơn tố cáo chủ tịch xã từ tháng 3 đến nay chưa được trả lời.
D? csgt vòi tiền tài xế ở chốt này suốt, k có biên bản
D- Ông ấy lấy tiền của dân mà không ai làm gì, mong cấp trên vào cuộc.
K! Tôi không đồng ý với Quyết định thu hồi đất số 12/QĐ-UBND ngày 3/4/2026, đề nghị hủy quyết định.
K! Đơn khiếu nại quyết định số 45/QĐ-XPHC xử phạt gia đình tôi xây dựng sai phép.
K! ĐƠN KHIẾU NẠI LẦN ĐẦU. Kính gửi UBND phường. Tôi khiếu nại quyết định cưỡng chế nhà ở.
K! Tôi làm đơn này khiếu nại việc UBND xã bồi thường sai diện tích đất.
K! toi khong dong y quyet dinh xu phat so 88/QD-XPVPHC cua ubnd phuong vi sai phap luat
K! Quyết định 315/QĐ-UBND trái pháp luật, xâm phạm quyền lợi nhà tôi, yêu cầu hủy bỏ.
K! Tôi khiếu nại quyết định thu hồi giấy phép kinh doanh của cửa hàng tôi.
K! EM XIN KHIẾU NẠI HÀNH VI HÀNH CHÍNH CỦA CHỦ TỊCH XÃ KHÔNG CẤP SỔ ĐỎ
K! Gia đình tôi phản đối QĐ số 77 ngày 5/5/2026 về cưỡng chế, mong thành phố xem xét lại quyết định.
K! I do not agree with decision no 123 on my land and ask to cancel it.
K? Tôi không đồng ý với quyết định xử phạt của phường về việc cơi nới.
K? Gia đình tôi bị thu hồi đất nhưng bồi thường không thỏa đáng, áp giá quá thấp.
K? Nhà tôi phản đối quyết định cưỡng chế, chưa được đối thoại lần nào.
K! qd cuong che nha toi la sai, toi khieu nai nhieu lan r ma k ai nghe
K? Tôi đã nộp đơn khiếu nại quyết định thu hồi đất, quá hạn mà chưa được giải quyết.
K- Phường bắt nhà tôi tháo mái che mà hàng xóm thì không, đề nghị xem lại cho công bằng.
k? Tôi khiếu nại tiền điện tháng này tăng gấp đôi.
k? Khiếu nại hóa đơn nước tháng 3 tính nhầm chỉ số.
k? khieu nai: xe buyt 32 bo ben suot, goi tong dai k ai nghe
k? Em muốn khiếu nại về thái độ của nhân viên thu tiền rác ạ.
k? Tôi đã khiếu nại với công ty điện ba lần mà đèn vẫn chưa sửa.
k? Cho hỏi nộp đơn khiếu nại quyết định xử phạt ở đâu, thủ tục như thế nào?
k? Khiếu nại dịch vụ internet chập chờn cả tháng.
d? Cho em hỏi muốn tố cáo cán bộ thì gửi đơn ở đâu ạ?
d? Cán bộ xã toàn ăn tiền, dân kêu mãi không ai nghe.
d? Trên mạng có bài tố cáo phường này nhưng tôi chỉ muốn hỏi lịch thu rác.
.. Tôi không phải tố cáo ai, chỉ mong phường nhắc nhở cán bộ tiếp dân lịch sự hơn.
.. Không có ý khiếu nại gì, chỉ đề nghị thay bóng đèn ngõ 58.
.. Nếu tuần này không sửa đường thì dân sẽ khiếu nại lên thành phố.
.. Phòng giải quyết khiếu nại, tố cáo của phường khóa cửa lúc 14h.
.. Số điện thoại khiếu nại của công ty nước không ai nghe máy.
.. cay xanh to cao truoc cua nha toi sap do, de nghi cat tia gap
.. nhan tien toi phan anh luon cai den duong ngo 12 bi hong
.. toi hoi lo vi day dien tha xuong thap, can bo phuong chua ra kiem tra
.. Cây to cao quá, cành chạm dây điện.
.. Cán bộ một cửa quát mắng người dân, bắt chờ cả buổi sáng.
.. Cán bộ phường đi làm muộn, 9h chưa mở cửa.
.. Theo Quyết định 1207/QĐ-UBND thì 8 giờ phải tiếp nhận, đề nghị xử lý sớm.
.. Quyết định số 24/2023/QĐ-UBND về phí trông xe không phù hợp, đề nghị sửa đổi.
.. Không đồng ý với việc cắt tuyến buýt số 32, đề nghị chạy lại.
.. Quyết định điều chỉnh tuyến buýt số 32 gây bất tiện, dân không đồng ý.
.. Hồ sơ của tôi bị trả lại 4 lần, mỗi lần một lý do khác nhau.
.. Xe tải đổ trộm phế thải lúc 2h sáng, tôi có video và biển số.
.. Công ty nợ lương 4 tháng và không đóng bảo hiểm cho công nhân.
.. Nhà hàng xóm xây trái phép lấn ngõ, tôi có ảnh chụp.
.. Bãi xe thu 30k một lượt không có vé.
.. Trường thu quỹ lớp 1,5 triệu không biên lai.
.. Cảm ơn cán bộ phường đã trả lại chiếc ví và nhận lỗi vì làm phiền.
.. Công an phường nhắc nhở nhiều lần nhưng quán vẫn hát đến 1h đêm, có clip.
.. Chủ tịch phường hứa sửa cống từ tháng trước, nay vẫn ngập, có ảnh chụp.
.. den duong tat ngam may hom nay r, toi om k nhin thay gi ca
.. Lam gia dinh toi mat ngu vi tieng on cong trinh, can bo do thi chua den.
.. phong bi dot, can bo truc khong ai sua cho benh nhan
.. Street light broken for a week, please fix it.
.. This is not a formal complaint, only a request to empty the bins.
.. Bị lừa đảo qua mạng thì gọi số nào?
D! Tổ trưởng quản lý chợ, bà Trần Thị Ví Dụ, nhận tiền để xếp chỗ, tôi có tin nhắn.
D? Ông Lê Văn Thử lừa tôi chiếm đoạt 50 triệu, có sao kê chuyển khoản.
D? Mình tố cáo bên phường ăn chặn tiền hỗ trợ của bà con.
D! con xin tố cáo hành vi nhận tiền của cán bộ một cửa ở xã con
d? Em tố cáo hành vi hát karaoke ồn ào của nhà bên cạnh lúc nửa đêm.
d? Tôi đã tố cáo lên công an phường việc bị mất chó mà chưa thấy xuống.
K! Tôi khiếu nại việc phường chậm ra quyết định cưỡng chế nhà trái phép của hàng xóm.
K! Kính đề nghị hủy quyết định số 09/QĐ-UBND vì không đúng đối tượng.
k? Tôi khiếu nại vì nhà xây trái phép bên cạnh chưa bị cưỡng chế.
.. Chủ tịch phường nhận 50 triệu ủng hộ bão lũ của bà con, có hình ảnh kèm theo, rất minh bạch.
k? Nhà bên đã có Quyết định số 45/QĐ-XPHC nhưng họ vẫn xây trái pháp luật, đề nghị kiểm tra.
.. Cán bộ nhận hồ sơ hẹn lại ba lần, có giấy hẹn và tin nhắn.
.. Công an phường nhận tin báo nhưng không ra, tôi có ghi âm cuộc gọi.
.. Giám đốc công ty rác hứa thu gom hằng ngày mà bốn hôm chưa thấy.
.. Đề nghị bỏ quy định nộp bản giấy, Quyết định 45/QĐ-UBND đã cho nộp trực tuyến.
.. Bị phạt nguội 2 lần cùng một lỗi, tra ở đâu để xem ảnh chụp?
`;

export const labelled: Labelled[] = sentences
  .trim()
  .split('\n')
  .map((line) => {
    const label = labels[line.slice(0, 2)];
    if (!label) throw new Error(`no label: ${line}`);
    return { ...label, text: line.slice(3) };
  });
