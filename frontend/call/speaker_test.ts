/** Plays three tones by a speaker; the usual one if it is undefined or gone. Resolves when they have ended. */
export async function playTones(speakerId: string | undefined): Promise<void> {
  const context = new AudioContext();
  const target = context.createMediaStreamDestination();
  const loudness = context.createGain();
  loudness.gain.value = 0.2;
  loudness.connect(target);
  const element = new Audio();
  element.srcObject = target.stream;
  if (speakerId && 'setSinkId' in element) {
    await element.setSinkId(speakerId).catch(() => undefined);
  }
  await element.play();
  await Promise.all(
    [523, 659, 784].map((frequency, index) => {
      const tone = context.createOscillator();
      tone.frequency.value = frequency;
      tone.connect(loudness);
      tone.start(context.currentTime + index * 0.25);
      tone.stop(context.currentTime + index * 0.25 + 0.2);
      return new Promise((resolve) => tone.addEventListener('ended', resolve));
    }),
  );
  await context.close();
}
