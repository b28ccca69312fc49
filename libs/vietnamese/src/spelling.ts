// Onsets and rimes of written Vietnamese, without tones; rimes by their first vowel.
const onsets = new Set(
  'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ').concat(''),
);
const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu`.split(/\s+/u),
);
const afterQu = new Set('y ych yên yêt yn ynh yt yu'.split(' '));
const plainRimes = new Set([...rimes, ...afterQu].map(withoutQuality));

export interface Spelling {
  onset: string;
  rime: string;
}

/** A lower-case word without tones cut in two; 'giữa' and 'quý' keep gi and qu together, 'gì' does not. */
export function cut(word: string): Spelling {
  const onset = /^(?:qu(?=.)|gi(?=[aăâeêoôơuưy])|[^aăâeêioôơuưy]*)/u.exec(word)?.[0] ?? '';
  return { onset, rime: word.slice(onset.length) };
}

/** Whether a lower-case word without tones, with đ, ă, â, ê, ô, ơ, ư, can be a Vietnamese syllable. */
export function isSyllable({ onset, rime }: Spelling): boolean {
  if (!onsets.has(onset)) return false;
  if (onset === 'c' && /^[eêiy]/u.test(rime)) return false;
  return rimes.has(rime) || (onset === 'qu' && afterQu.has(rime));
}

/** Whether a lower-case word could be a Vietnamese syllable typed without any accent. */
export function isPlainSyllable(word: string): boolean {
  const { onset, rime } = cut(word);
  return onsets.has(onset) && plainRimes.has(rime);
}

/** After a stop only the sharp and the heavy tone are possible. */
export const endsInStop = (rime: string): boolean => /(?:c|ch|p|t)$/u.test(rime);

function withoutQuality(rime: string): string {
  return rime.normalize('NFD').replace(/\p{M}/gu, '');
}
