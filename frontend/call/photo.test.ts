import { expect, it, vi } from 'vitest';
import { preparePhoto } from './photo';

it('draws a picture on white, since what is transparent would be black, and not larger than needed', async () => {
  const drawn: unknown[] = [];
  const context = {
    fillStyle: '',
    fillRect: (...at: number[]) => drawn.push([context.fillStyle, ...at]),
    drawImage: (_: object, ...at: number[]) => drawn.push(['picture', ...at]),
  };
  vi.stubGlobal('createImageBitmap', async () => ({ width: 4_096, height: 1_024, close: () => undefined }));
  vi.stubGlobal('document', {
    createElement: () => ({ getContext: () => context, toBlob: (take: (blob: Blob) => void) => take(new Blob(['drawn'])) }),
  });
  expect(await (await preparePhoto(new Blob(['logo'])))?.text()).toBe('drawn');
  expect(drawn).toEqual([['#fff', 0, 0, 2_048, 512], ['picture', 0, 0, 2_048, 512]]);
  vi.unstubAllGlobals();
});
