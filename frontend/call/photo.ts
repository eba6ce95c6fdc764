import { largestPhoto } from './written';

/** Longer side of a photo that is sent, in pixels. */
const longestSide = 2_048;

/**
 * Returns a picture as it is sent: upright, not larger than needed, and without what cameras write into it, such as the place. Undefined if it
 * is no picture, or larger than 12 MB.
 */
export async function preparePhoto(file: Blob): Promise<Blob | undefined> {
  return file.size > largestPhoto ? undefined : drawnPhoto(file);
}

/** Returns what is shown as a JPEG, drawn anew and not larger than needed; undefined if it cannot be drawn. */
export async function drawnPhoto(source: ImageBitmapSource): Promise<Blob | undefined> {
  try {
    const picture = await createImageBitmap(source);
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    if (context) {
      context.fillStyle = '#fff'; // JPEG has no transparency: it would be black
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    }
    picture.close();
    return (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))) ?? undefined;
  } catch {
    return undefined;
  }
}
