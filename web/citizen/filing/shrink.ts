const MOST_BYTES = 500_000;
const SIDES = [1920, 1600, 1280, 1024, 800, 640];
const QUALITIES = [0.82, 0.7, 0.55];

/** The photo as a JPEG of at most 500 kB, upright and without what the camera wrote beside it. */
export async function shrunk(photo: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' });
  try {
    for (const side of SIDES)
      for (const quality of QUALITIES) {
        const drawn = await draw(picture, side, quality);
        if (drawn.size <= MOST_BYTES) return drawn;
      }
    return await draw(picture, 480, 0.5);
  } finally {
    picture.close();
  }
}

function draw(picture: ImageBitmap, side: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('not drawn')));
    canvas.toBlob(done, 'image/jpeg', quality);
  });
}
