import type { Words } from '#lifecycle';

export interface Part {
  title: Words;
  lines: readonly Words[];
}

export interface Topic {
  path: string;
  title: Words;
  lead: Words;
  parts: readonly Part[];
}

const line = (vi: string, en: string): Words => ({ vi, en });

const report: Topic = {
  path: 'report',
  title: line('Gửi phản ánh thế nào', 'How to report'),
  lead: line('Một phút, không cần tài khoản.', 'One minute, and no account.'),
  parts: [
    {
      title: line('Các bước', 'The steps'),
      lines: [
        line(
          'Viết điều chưa ổn bằng lời của bạn. Không cần biết cơ quan nào phụ trách.',
          'Say what is wrong in your own words. You need not know whose job it is.',
        ),
        line(
          'Cho biết ở đâu: bản đồ, địa chỉ hoặc phường, xã.',
          'Say where: on the map, by address, or by ward.',
        ),
        line('Thêm ảnh nếu có: nhiều nhất 5 tệp.', 'Add photos if you have them: at most 5 files.'),
        line(
          'Để lại thư điện tử hoặc số điện thoại nếu muốn được báo lại.',
          'Leave a mail address or phone number if you want to be told.',
        ),
        line(
          'Giữ mã theo dõi: đó là cách duy nhất để xem tiến độ.',
          'Keep the tracking code: it is the way to follow the matter.',
        ),
      ],
    },
    {
      title: line('Nguy hiểm ngay lúc này', 'Danger right now'),
      lines: [
        line(
          'Gọi số khẩn cấp trước. Gửi phản ánh sau.',
          'Call the emergency numbers first. Report afterwards.',
        ),
      ],
    },
  ],
};

const after: Topic = {
  path: 'after',
  title: line('Sau khi gửi thì sao', 'What happens then'),
  lead: line(
    'Mỗi việc có một đầu mối xuyên suốt. Lúc nào bạn cũng thấy ai đang giữ việc và hẹn đến khi nào.',
    'One matter, one focal point. You always see who has it and until when.',
  ),
  parts: [
    {
      title: line('Các trạng thái', 'The statuses'),
      lines: [
        line(
          'Mới tiếp nhận: Trung tâm đọc và tìm đúng cơ quan.',
          'Received: the center reads it and finds the right agency.',
        ),
        line(
          'Đã phân công: cơ quan chủ trì phải nhận việc và cử người.',
          'Assigned: the agency must take it on and name who does it.',
        ),
        line('Đang xử lý: có người cụ thể đang làm.', 'In progress: a named person works on it.'),
        line(
          'Chờ bổ sung: cần bạn trả lời một câu hỏi; thời hạn tạm dừng.',
          'Waiting for you: a question needs your reply; the deadline stands still.',
        ),
        line(
          'Chờ duyệt: Trung tâm kiểm tra kết quả trước khi gửi bạn.',
          'Under review: the center checks the answer before you get it.',
        ),
        line(
          'Đã giải quyết: bạn xác nhận, đánh giá, hoặc báo chưa xong để mở lại.',
          'Resolved: you confirm it, rate it, or say that it is not fixed, which opens it again.',
        ),
        line(
          'Không tiếp nhận: có lý do, và bạn được đề nghị xem lại một lần.',
          'Not accepted: with a reason, and you can ask once for another look.',
        ),
      ],
    },
  ],
};

const deadlines: Topic = {
  path: 'deadlines',
  title: line('Thời hạn và giờ làm việc', 'Deadlines and working time'),
  lead: line(
    'Ngày hẹn hiện ngay khi bạn gửi, kèm lý do. Đồng hồ của bạn không chạy lại từ đầu khi việc chuyển cơ quan.',
    'The date shows at once, with the reason. Your clock never begins anew when the matter changes hands.',
  ),
  parts: [
    {
      title: line('Tính thế nào', 'How it is counted'),
      lines: [
        line(
          'Việc thường tính theo giờ làm việc: không tính đêm, ngày nghỉ và ngày lễ; ngày làm bù có tính.',
          'Usual matters count working time: not nights, days of rest or holidays; make-up days count.',
        ),
        line('Việc khẩn tính cả ngày đêm.', 'Urgent matters count day and night.'),
        line(
          'Theo Quyết định 1207/QĐ-UBND ngày 28/02/2025 của Hà Nội, cơ quan nhận việc trong 8 giờ làm việc; việc khẩn xử lý trong 4 giờ làm việc kể từ lúc nhận.',
          'By Hanoi’s Decision 1207/QĐ-UBND of 28/02/2025 an agency accepts within 8 working hours; urgent matters are handled within 4 working hours of acceptance.',
        ),
        line(
          'Chờ bạn trả lời thì thời hạn tạm dừng. Quá hẹn thì trang theo dõi nói rõ và hẹn ngày mới; ngày hẹn cũ vẫn được giữ.',
          'While we wait for your reply the deadline stands still. When late, the page says so with a new date; the old one stays on record.',
        ),
      ],
    },
  ],
};

const law: Topic = {
  path: 'complaints-law',
  title: line('Khiếu nại và tố cáo', 'Khiếu nại and tố cáo'),
  lead: line(
    'Khiếu nại và tố cáo theo thủ tục riêng của luật, không giải quyết ở đây.',
    'Formal complaints and denunciations are other procedures of law and are not settled here.',
  ),
  parts: [
    {
      title: line('Khiếu nại', 'Khiếu nại: a formal complaint'),
      lines: [
        line(
          'Là đề nghị xem lại một quyết định hoặc hành vi hành chính mà bạn cho là trái luật, xâm phạm quyền lợi của chính bạn (Luật Khiếu nại 2011).',
          'Asks to review an administrative decision or act that you hold unlawful and that harms your own rights (Law on Complaints 2011).',
        ),
        line(
          'Gửi đơn có ngày, họ tên, địa chỉ, lý do, yêu cầu và chữ ký đến chính cơ quan đã ra quyết định. Thời hiệu 90 ngày.',
          'Send a signed letter with date, name, address, reason and request to the agency that decided, within 90 days.',
        ),
        line(
          'Giải quyết lần đầu trong 30 ngày, việc phức tạp 45 ngày. Không đồng ý thì khiếu nại lần hai hoặc khởi kiện.',
          'The first decision comes within 30 days, 45 where it is complex. Then a second complaint or a court is open.',
        ),
      ],
    },
    {
      title: line('Tố cáo', 'Tố cáo: a denunciation'),
      lines: [
        line(
          'Là báo hành vi vi phạm pháp luật của cán bộ, công chức hoặc trong quản lý nhà nước (Luật Tố cáo 2018). Chỉ cá nhân được tố cáo.',
          'Tells of an unlawful act of an official or in state management (Law on Denunciations 2018). Only individuals can denounce.',
        ),
        line(
          'Gửi đơn hoặc đến trực tiếp cơ quan có thẩm quyền. Họ tên và địa chỉ người tố cáo được giữ bí mật; xin đừng viết ở trang này.',
          'By letter or in person to the competent body. The name and address of who denounces are kept secret; please do not write them here.',
        ),
        line(
          'Giải quyết trong 30 ngày từ ngày thụ lý; việc phức tạp được gia hạn.',
          'It is settled within 30 days of acceptance; complex matters can be extended.',
        ),
      ],
    },
  ],
};

const privacy: Topic = {
  path: 'privacy',
  title: line('Ai thấy gì về bạn', 'Who sees what of you'),
  lead: line(
    'Thông tin của bạn được niêm phong, và chỉ mở cho người cần biết, có lý do, có ghi lại.',
    'Your details are sealed, and opened only to who needs them, for a reason, on record.',
  ),
  parts: [
    {
      title: line('Công khai', 'In public'),
      lines: [
        line(
          'Danh sách công khai không có tên, số điện thoại hay mã theo dõi. Số và tên trong lời kể được che, vị trí làm tròn khoảng 100 m.',
          'The public list has no name, number or tracking code. Names and numbers within your words are masked; places are rounded to about 100 m.',
        ),
        line('Lĩnh vực nhạy cảm không công khai.', 'Sensitive categories are not published.'),
      ],
    },
    {
      title: line('Quyền của bạn', 'Your rights'),
      lines: [
        line(
          'Xem, sửa, rút lại hoặc hạn chế dữ liệu cá nhân (Luật 91/2025/QH15): mở trang theo dõi, chọn “Dữ liệu cá nhân của tôi”. Yêu cầu được trả lời trong 2 ngày làm việc.',
          'See, correct, withdraw or restrict your personal data (Law 91/2025/QH15): open the page of your code and choose “My personal data”. Requests are answered within 2 working days.',
        ),
        line(
          'Hết thời hạn lưu trữ, lời kể, ảnh và thông tin của bạn được xóa hẳn.',
          'After the time of keeping your words, photos and details are removed for good.',
        ),
      ],
    },
  ],
};

const accessibility: Topic = {
  path: 'accessibility',
  title: line('Trợ năng', 'Accessibility'),
  lead: line('Các trang này nhắm đến WCAG 2.2 mức AA.', 'These pages aim at WCAG 2.2, level AA.'),
  parts: [
    {
      title: line('Làm được gì', 'What works'),
      lines: [
        line(
          'Dùng được bằng bàn phím và trình đọc màn hình; mọi biểu mẫu làm được khi không có JavaScript.',
          'By keyboard and screen reader; every form works without JavaScript.',
        ),
        line(
          'Chữ to, nền sáng hoặc tối: chọn ở “Thêm” hoặc “Hiển thị” trên đầu trang. Phóng to 400 % không phải cuộn ngang.',
          'Larger text, light or dark: under “More” or “Display” at the top. At 400 % zoom nothing scrolls sideways.',
        ),
        line(
          'Bản đồ luôn có danh sách bên cạnh nói cùng điều đó.',
          'A list beside each map says the same.',
        ),
        line(
          'Có chỗ chưa dùng được? Xin gọi tổng đài; điện thoại viên làm giúp bạn.',
          'Something does not work for you? Please call; an operator does it with you.',
        ),
      ],
    },
  ],
};

export const topics: readonly Topic[] = [report, after, deadlines, law, privacy, accessibility];

export const helpWords = {
  title: line('Trợ giúp', 'Help'),
  lead: line('Ngắn gọn, từng việc một.', 'Short, one thing at a time.'),
  emergency: line('Số khẩn cấp', 'Emergency numbers'),
  hotline: line('Tổng đài của Trung tâm', 'The center’s hotline'),
  all: line('Tất cả mục trợ giúp', 'All of the help'),
} satisfies Record<string, Words>;
