import type { Words } from '#lifecycle';
import type { Figure } from '../../complaints/figures/figures.js';

interface Defined {
  name: Words;
  definition: Words;
}

/** What each figure counts, for whoever reads it. All count complaints that the reader may see. */
export const definitions: Record<Figure, Defined> = {
  received: {
    name: { vi: 'Tiếp nhận', en: 'Received' },
    definition: {
      vi: 'Phản ánh gửi trong kỳ, mỗi phản ánh một lần, kể cả phản ánh cùng một sự vụ.',
      en: 'Complaints filed in the period, each once, also those of one incident.',
    },
  },
  resolved: {
    name: { vi: 'Đã giải quyết', en: 'Resolved' },
    definition: {
      vi: 'Phản ánh có kết quả gửi người dân trong kỳ, và kết quả ấy còn hiệu lực: không mở lại, không xem lại.',
      en: 'Complaints whose result reached the filer in the period and still stands: not reopened, not under review.',
    },
  },
  responded: {
    name: { vi: 'Có đánh giá', en: 'Rated' },
    definition: {
      vi: 'Trong số phản ánh đã giải quyết trong kỳ: số được người gửi đánh giá.',
      en: 'Of the complaints resolved in the period: those that their filers have rated.',
    },
  },
  kept: {
    name: { vi: 'Đúng hạn', en: 'On time' },
    definition: {
      vi: 'Phản ánh có thời hạn hẹn với người gửi rơi vào kỳ và giữ được hẹn, kể cả hẹn đã gia hạn. Mẫu số: phản ánh giữ được hẹn cộng phản ánh trễ hẹn, kể cả chưa xong. Tính cho đơn vị đã trả lời.',
      en: 'Complaints whose promised date falls into the period and was kept, also an extended one. Of: those kept and those broken, also unfinished ones. Counted with the agency that answered.',
    },
  },
  broken: {
    name: { vi: 'Trễ hạn', en: 'Late' },
    definition: {
      vi: 'Phản ánh có thời hạn hẹn với người gửi rơi vào kỳ mà xong sau hạn, hoặc quá hạn vẫn chưa xong. Tính cho đơn vị đang giữ việc lúc hết hạn.',
      en: 'Complaints whose promised date falls into the period and was missed, or is past without a result. Counted with the agency that held the matter when the date passed.',
    },
  },
  running: {
    name: { vi: 'Chưa đến hạn', en: 'Not due yet' },
    definition: {
      vi: 'Phản ánh có thời hạn rơi vào kỳ, chưa xong và chưa quá hạn, hoặc đang chờ người gửi.',
      en: 'Complaints whose date falls into the period, without a result and not past it, or waiting for the filer.',
    },
  },
  rated: {
    name: { vi: 'Lượt đánh giá', en: 'Ratings' },
    definition: {
      vi: 'Phản ánh được người gửi đánh giá trong kỳ, kể cả kết quả sau đó phải xem lại hoặc mở lại.',
      en: 'Complaints that their filers rated in the period, also where the result was reviewed or reopened later.',
    },
  },
  satisfied: {
    name: { vi: 'Hài lòng', en: 'Satisfied' },
    definition: {
      vi: 'Trong số phản ánh được đánh giá trong kỳ: số mà mọi lượt đánh giá đều từ 4 trên 5.',
      en: 'Of the complaints rated in the period: those of which every rating was 4 or 5 of 5.',
    },
  },
  returned: {
    name: { vi: 'Trả lại', en: 'Returned' },
    definition: {
      vi: 'Phản ánh mà đơn vị trả lại trong kỳ vì không phải việc của mình.',
      en: 'Complaints that an agency returned in the period as not its own.',
    },
  },
  repeats: {
    name: { vi: 'Tái diễn', en: 'Repeats' },
    definition: {
      vi: 'Phản ánh gửi trong kỳ, cùng việc, cùng chỗ với một phản ánh đã được đơn vị trả lời.',
      en: 'Complaints filed in the period about the same thing at the same place that an agency had answered.',
    },
  },
  open_now: {
    name: { vi: 'Đang xử lý', en: 'Open now' },
    definition: {
      vi: 'Phản ánh lúc này chưa có kết quả gửi người dân, gửi vào bất kỳ lúc nào. Tính cho đơn vị đang giữ việc.',
      en: 'Complaints without a result at this moment, whenever filed. Counted with the agency that holds the matter.',
    },
  },
  late_now: {
    name: { vi: 'Đang trễ hạn', en: 'Late now' },
    definition: {
      vi: 'Phản ánh lúc này đã quá hạn hẹn với người gửi mà chưa có kết quả, không tính lúc chờ người gửi bổ sung. Tính cho đơn vị đang giữ việc.',
      en: 'Complaints past the date promised to the filer without a result at this moment, but for those that wait for the filer. Counted with the agency that holds the matter.',
    },
  },
};

export const medianDefinition: Words = {
  vi: 'Số giờ làm việc, theo lịch của cơ quan nhà nước, từ lúc gửi đến lúc có kết quả: một nửa số phản ánh đã giải quyết trong kỳ nhanh hơn thế.',
  en: 'Working hours of public offices from filing to result: half of the complaints resolved in the period were faster.',
};

export const rankingDefinition = (least: number): Words => ({
  vi: `Xếp hạng theo tỷ lệ đúng hạn, trong số các đơn vị cùng loại: xã, phường với xã, phường, sở với sở, công ty với công ty. Đơn vị có dưới ${least} phản ánh đến hạn trong kỳ không xếp hạng: số quá nhỏ để so sánh.`,
  en: `Ranked by the share on time among agencies of one type: wards with wards, departments with departments, companies with companies. Agencies with fewer than ${least} complaints due in the period are not ranked: too few to compare.`,
});
