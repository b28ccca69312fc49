import type { Kind } from '#lifecycle';
import { deviceKept } from '#privacy';
import type { Category } from '../catalog/city-data.js';
import type { City } from '../catalog/city.js';
import type { Filer } from '../complaints/identities.js';
import { DomainError, type FieldError } from '../platform/errors/domain-error.js';
import type { Routing } from '../routing/routing.js';
import { checkAnswers, type Answers } from './answers.js';
import type { FileComplaint } from './dto.js';

/** A filing that the catalogue and the map admit. */
export interface Filing {
  kind: Kind;
  category: Category | null;
  /** The agency complained of, where the filer has said so. */
  about: string | null;
  text: string;
  ward: string | null;
  point: { lat: number; lon: number } | null;
  address: string | null;
  answers: Answers;
  filer: Filer | null;
  language: 'vi' | 'en';
}

const error = (field: string, code: string, vi: string, en: string): FieldError => ({
  field,
  code,
  vi,
  en,
});

function checkPlace(
  { place }: FileComplaint,
  category: Category | null,
  city: City,
  routing: Routing,
): { ward: string | null; errors: FieldError[]; outside: boolean } {
  const { point, address, ward } = place ?? {};
  if (ward !== undefined && !city.area(ward)?.parent)
    return {
      ward: null,
      outside: false,
      errors: [error('place.ward', 'unknown', 'Không có phường, xã này.', 'No such ward.')],
    };
  if (point) {
    const found = routing.wardAt(point);
    const outside = error(
      'place.point',
      'outside_city',
      'Vị trí nằm ngoài địa bàn thành phố.',
      'The point is outside the city.',
    );
    return { ward: found, errors: found ? [] : [outside], outside: !found };
  }
  if (ward === undefined && address === undefined && category?.place === 'required')
    return {
      ward: null,
      outside: false,
      errors: [
        error(
          'place',
          'required',
          'Cần vị trí: điểm trên bản đồ, địa chỉ hoặc phường, xã.',
          'A place is needed: a point, an address or a ward.',
        ),
      ],
    };
  const named = ward ?? (address === undefined ? null : routing.wardNamedIn(address));
  return { ward: named, errors: [], outside: false };
}

function checkAbout({ about }: FileComplaint, city: City): FieldError[] {
  if (about === undefined || city.agency(about)) return [];
  return [error('about', 'unknown', 'Không có cơ quan này.', 'No such agency.')];
}

function checkOpen(category: Category | null): FieldError[] {
  if (category?.closed)
    return [
      error(
        'category',
        'closed',
        'Lĩnh vực này không còn nhận phản ánh; xin chọn lĩnh vực khác.',
        'Nothing is filed under this category any more; please choose another.',
      ),
    ];
  if (!category?.internal) return [];
  return [
    error(
      'category',
      'internal',
      'Yêu cầu về dữ liệu cá nhân gửi từ phản ánh của bạn: mở bằng mã theo dõi, nhận mã xác nhận qua thư rồi chọn quyền.',
      'Requests about personal data start from your complaint: open it by its tracking code, prove your mail address, then choose the right.',
    ),
  ];
}

function checkContact({ filer }: FileComplaint, category: Category | null): FieldError[] {
  if (category?.contact !== 'required' || (filer?.name && (filer.phone || filer.email))) return [];
  return [
    error(
      'filer',
      'required',
      'Lĩnh vực này cần họ tên và điện thoại hoặc thư điện tử.',
      'This category needs a name and a phone number or a mail address.',
    ),
  ];
}

const LONGEST_DEVICE = 200;

/** The filer as given. Without a category nobody knows yet how secret the filer will be: no device then. */
function filerOf(
  { filer }: FileComplaint,
  category: Category | null,
  device: string | undefined,
): Filer | null {
  if (!filer) return null;
  const { type = 'person', name = null, phone = null, email = null, address = null } = filer;
  const kept = category && deviceKept.includes(category.privacy);
  const shortened = (kept && device?.slice(0, LONGEST_DEVICE)) || null;
  return { type, name, phone, email, address, device: shortened };
}

/** Holds a filing against the catalogue and the map. @throws one problem that names every wrong field */
export function checkFiling(
  given: FileComplaint,
  city: City,
  routing: Routing,
  device?: string,
): Filing {
  const category = city.category(given.category ?? null);
  const unknown =
    given.category !== undefined && !category
      ? [error('category', 'unknown', 'Không có lĩnh vực này.', 'No such category.')]
      : [];
  const place = checkPlace(given, category, city, routing);
  const { answers, errors } = checkAnswers(category, given.answers ?? {});
  const wrong = [
    ...unknown,
    ...checkOpen(category),
    ...checkAbout(given, city),
    ...place.errors,
    ...checkContact(given, category),
    ...(unknown.length > 0 ? [] : errors),
  ];
  if (wrong.length > 0)
    throw new DomainError(
      place.outside && wrong.length === 1 ? 'place.outside_city' : 'request.invalid',
      wrong,
    );
  return {
    kind: given.kind ?? category?.kind ?? 'report',
    category,
    about: given.about ?? null,
    text: given.text,
    ward: place.ward,
    point: given.place?.point ?? null,
    address: given.place?.address ?? null,
    answers,
    filer: filerOf(given, category, device),
    language: given.language ?? 'vi',
  };
}
