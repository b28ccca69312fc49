interface Words {
  vi: string;
  en: string;
}

/** One symbol of a code with the word by which it is heard on a bad line. */
export interface Spelled {
  symbol: string;
  word: Words;
}

const vi =
  '0 không|1 một|2 hai|3 ba|4 bốn|5 năm|6 sáu|7 bảy|8 tám|9 chín|A An|B Bình|C Cường|D Dũng|E Em|F Ép-phờ|G Gà|H Hà|J Gi|K Kiên|M Minh|N Nam|P Pin|Q Quang|R Rùa|S Sơn|T Tâm|V Vinh|W Vê kép|X Xuân|Y Yến|Z Dét';
const en =
  '0 zero|1 one|2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|A Alfa|B Bravo|C Charlie|D Delta|E Echo|F Foxtrot|G Golf|H Hotel|J Juliett|K Kilo|M Mike|N November|P Papa|Q Quebec|R Romeo|S Sierra|T Tango|V Victor|W Whiskey|X X-ray|Y Yankee|Z Zulu';

const wordsOf = (table: string) =>
  new Map(table.split('|').map((line) => [line.slice(0, 1), line.slice(2)]));

const [viOf, enOf] = [wordsOf(vi), wordsOf(en)];

/** A code in its groups of four, as it is read out over the phone. */
export function spelled(code: string): Spelled[][] {
  return code.split('-').map((group) =>
    [...group].map((symbol) => ({
      symbol,
      word: { vi: viOf.get(symbol) ?? symbol, en: enOf.get(symbol) ?? symbol },
    })),
  );
}
