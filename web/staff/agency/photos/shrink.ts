const LONGEST = 1600;
const ENOUGH = 500_000;
const qualities = [0.82, 0.7, 0.55, 0.4];

/** A photo as it is sent from the street: its long side shortened, and no larger than a mail. */
export async function shrink(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => null,
  );
  // What this browser cannot draw, the server may; and a PDF is no picture.
  if (!picture) return file;
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  for (const quality of qualities) {
    const drawn = await new Promise<Blob | null>((give) =>
      canvas.toBlob(give, 'image/jpeg', quality),
    );
    if (!drawn) return file;
    if (drawn.size <= ENOUGH || quality === qualities.at(-1)) return drawn;
  }
  return file;
}

const letters = 'abcdefghjkmnpqrstuvwxyz';

/** A name by which it is found again on the server; digits could be taken for somebody's number. */
export function photoName(type: string): string {
  const drawn = crypto.getRandomValues(new Uint8Array(12));
  const word = [...drawn].map((byte) => letters[byte % letters.length]).join('');
  return `anh-${word}.${type === 'application/pdf' ? 'pdf' : 'jpg'}`;
}
