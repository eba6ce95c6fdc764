import { expect, it } from 'vitest';
import { levelOf } from './level';
import { cameraAfter, problemsOf, stateAfter } from './media_state';

it.each([
  ['NotAllowedError', 'DENIED'],
  ['SecurityError', 'DENIED'],
  ['NotReadableError', 'BUSY'],
  ['AbortError', 'BUSY'],
  ['NotFoundError', 'MISSING'],
  ['TypeError', 'MISSING'], // without TLS, browsers have no devices
])('%s: %s', (name, state) => {
  expect(stateAfter({ name })).toBe(state);
});

it('finds wrong what is wanted and sends nothing', () => {
  expect(problemsOf({ camera: 'DENIED', microphone: 'BUSY', wantsCamera: true })).toEqual([{ kind: 'camera', state: 'DENIED' }, { kind: 'microphone', state: 'BUSY' }]);
  expect(problemsOf({ camera: 'MISSING', microphone: 'ON', wantsCamera: false })).toEqual([]);
  expect(problemsOf({ camera: 'OFF', microphone: 'OFF', wantsCamera: true })).toEqual([]);
});

it('takes turns between cameras', () => {
  const cameras = ['front', 'back', 'wide'].map((id) => ({ id, label: id }));
  expect(['front', 'wide', 'gone', undefined].map((id) => cameraAfter(cameras, id)?.id)).toEqual(['back', 'front', 'front', 'front']);
  expect(cameraAfter(cameras.slice(0, 1), 'front')).toBeUndefined();
});

const loudness = (amplitude: number) => levelOf(Float32Array.from({ length: 512 }, (_, index) => amplitude * Math.sin(index / 5)));

it('measures how loud it is', () => {
  expect([loudness(0), loudness(0.001), loudness(1)]).toEqual([0, 0, 1]);
  expect(loudness(0.05)).toBeGreaterThan(loudness(0.01));
});
