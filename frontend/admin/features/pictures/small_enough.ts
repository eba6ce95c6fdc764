/** The largest file that the server takes, in bytes. */
const mostBytes = 90_000;

/** The tries to make a picture small enough, the best first. Browsers that cannot write WebP write PNG. */
const tries = [
  { side: 800, type: 'image/png' },
  { side: 800, type: 'image/webp' },
  { side: 800, type: 'image/jpeg' },
  { side: 500, type: 'image/webp' },
  { side: 500, type: 'image/jpeg' },
  { side: 300, type: 'image/jpeg' },
] as const;

/** Returns a picture as a file that the server takes; a file that is none, or is small enough, as it is. */
export async function smallEnough(file: Blob): Promise<Blob> {
  if (file.size <= mostBytes || file.type === 'image/svg+xml') {
    return file;
  }
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) {
    return file;
  }
  try {
    for (const { side, type } of tries) {
      const written = await drawn(picture, side, type);
      if (written && written.size <= mostBytes) {
        return written;
      }
    }
  } finally {
    picture.close();
  }
  return file;
}

/** Draws a picture whose longest side is at most so many pixels. JPEG has no transparency: it is drawn on white. */
async function drawn(picture: ImageBitmap, side: number, type: string): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) {
    return null;
  }
  if (type === 'image/jpeg') {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.88));
}

/** Returns a file in Base64. */
export async function inBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
