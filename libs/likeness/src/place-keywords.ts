/** What a name in a text is the name of, by the word before it. */
export type NameKind = 'street' | 'place' | 'area';

interface Keyword {
  kind: NameKind | 'lane' | 'house';
  /** As it is written with its accents. */
  word: string;
  /** Without accents it is another word too: a market is written like "for". */
  accented?: true;
}

const of = (kind: Keyword['kind'], words: string, accented?: true): Keyword[] =>
  words.split(', ').map((word) => ({ kind, word, ...(accented && { accented }) }));

/** Longer ones first, so that 'số nhà' is not read as 'số'. */
export const keywords: readonly Keyword[] = [
  ...of('street', 'đại lộ, quốc lộ, tỉnh lộ, phố, đường'),
  ...of('lane', 'ngõ, ngách, hẻm, kiệt'),
  ...of('house', 'số nhà, nhà số, số'),
  ...of(
    'place',
    'khu đô thị, khu tập thể, khu chung cư, chung cư, bến xe, công viên, bệnh viện, ngã tư, ngã ba, điểm dừng, bán đảo, làng nghề, sân vận động, trường học, vườn hoa, tòa nhà, tòa, xóm, thôn',
  ),
  ...of('place', 'chợ, hồ, cầu, hầm, ga, nút, bến, làng, đình, chùa', true),
  ...of('area', 'thị trấn, thành phố, phường, quận, huyện, xã'),
].toSorted((a, b) => b.word.length - a.word.length);
