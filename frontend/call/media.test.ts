import { beforeEach, expect, it, vi } from 'vitest';
import { Media, type Wishes } from './media';

class Track {
  enabled = true;
  readyState = 'live';
  constructor(
    readonly kind: 'audio' | 'video',
    readonly deviceId: string,
  ) {}
  addEventListener = () => undefined;
  getSettings = () => ({ deviceId: this.deviceId });
  stop = () => {
    this.readyState = 'ended';
  };
}

class Stream {
  constructor(readonly tracks: readonly Track[]) {}
  getTracks = () => this.tracks;
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === 'audio');
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === 'video');
}

const idOf = (wish: MediaTrackConstraints) => (wish.deviceId as { exact: string } | undefined)?.exact ?? 'usual';

/** A device with a camera and a microphone, whose browser allows what it is asked for when the test says so. */
let tracks: Track[];
let answers: ((isAllowed: boolean) => void)[];

beforeEach(() => {
  [tracks, answers] = [[], []];
  const getUserMedia = ({ audio, video }: { audio: MediaTrackConstraints | false; video: MediaTrackConstraints | false }) =>
    new Promise((resolve, reject) => {
      answers.push((isAllowed) => {
        if (!isAllowed) {
          reject(new DOMException('', 'NotAllowedError'));
          return;
        }
        const opened = [audio && new Track('audio', idOf(audio)), video && new Track('video', idOf(video))].filter((track) => track !== false);
        tracks.push(...opened);
        resolve(new Stream(opened));
      });
    });
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia, addEventListener: () => undefined, removeEventListener: () => undefined, enumerateDevices: () => Promise.resolve([]) } });
  vi.stubGlobal('MediaStream', Stream);
});

const both = { camera: true, microphone: true };

async function answered(asking: Promise<void>, isAllowed = true) {
  answers.shift()?.(isAllowed);
  await asking;
}

/** Returns what each opened track sends. */
const sending = () => tracks.map(({ kind, deviceId, enabled, readyState }) => `${kind} ${deviceId} ${readyState === 'ended' ? 'closed' : enabled ? 'on' : 'muted'}`);

it('stays muted when another microphone is chosen, and after it was closed', async () => {
  const media = new Media();
  await answered(media.open(both));
  await media.setMicrophone(false);
  await answered(media.choose('microphone', 'headset'));
  expect([sending(), media.facts.get().microphone]).toEqual([['audio usual closed', 'video usual on', 'audio headset muted'], 'OFF']);
  media.release();
  await answered(media.open(both));
  expect(sending().slice(3)).toEqual(['audio headset muted', 'video usual on']);
  await media.setMicrophone(true);
  expect([sending()[3], media.facts.get().microphone]).toEqual(['audio headset on', 'ON']);
});

it('is muted from the start if the person was, and remembers what they wish', async () => {
  const remembered: Partial<Wishes>[] = [];
  const media = new Media({ isMuted: true }, (changed) => remembered.push(changed));
  await answered(media.open(both));
  expect(sending()).toEqual(['audio usual muted', 'video usual on']);
  await media.setMicrophone(true);
  await media.setMicrophone(false);
  expect(remembered).toEqual([{ isMuted: false }, { isMuted: true }]);
});

it('opens no camera for who wants only to be heard, and remembers that', async () => {
  const remembered: Partial<Wishes>[] = [];
  const media = new Media({ wantsCamera: false }, (changed) => remembered.push(changed));
  await answered(media.openWished());
  expect(sending()).toEqual(['audio usual on']);
  await answered(media.setCamera(true));
  expect([remembered, media.facts.get().wantsCamera]).toEqual([[{ wantsCamera: true }], true]);
});

it('keeps what is muted while a microphone is opened', async () => {
  const media = new Media();
  const asking = media.open(both);
  await media.setMicrophone(false);
  await answered(asking);
  expect(sending()).toEqual(['audio usual muted', 'video usual on']);
});

it('does not switch a camera on by choosing another', async () => {
  const media = new Media();
  await answered(media.open(both));
  await media.setCamera(false);
  await media.choose('camera', 'back');
  expect([answers, media.facts.get().camera]).toEqual([[], 'OFF']);
  await answered(media.setCamera(true));
  expect(sending()).toEqual(['audio usual on', 'video usual closed', 'video back on']);
});

it.each<[string, (media: Media) => unknown, string[]]>([
  ['the camera is switched off', (media) => media.setCamera(false), ['audio usual on', 'video usual closed']],
  ['all is released', (media) => media.release(), ['audio usual closed', 'video usual closed']],
])('closes at once what the browser allows after %s', async (_, act, left) => {
  const media = new Media();
  const asking = media.open(both);
  await act(media);
  await answered(asking);
  expect(sending()).toEqual(left);
});

it('says nothing of a camera that is refused after it was switched off', async () => {
  const media = new Media();
  const asking = media.open({ camera: true, microphone: false });
  await media.setCamera(false);
  await answered(asking, false);
  expect(media.facts.get().camera).toBe('OFF');
});

it('keeps one of two questions that are answered', async () => {
  const media = new Media();
  const asked = [media.open(both), media.open(both)];
  answers.forEach((answer) => answer(true));
  await Promise.all(asked);
  expect(sending()).toEqual(['audio usual on', 'video usual on', 'audio usual closed', 'video usual closed']);
});
