/** How often the level is measured, in milliseconds. */
const interval = 100;

/** Calls back with the level of a sound, from 0 to 1, until the returned function is called. */
export function measureLevel(sound: MediaStream, hear: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(sound).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    hear(levelOf(samples));
  }, interval);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

/** Returns the level of samples between -1 and 1: 0 for silence, 1 for a loud voice. Ears hear in powers of ten, so that 50 dB below the maximum is 0. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, one) => sum + one * one, 0) / Math.max(1, samples.length);
  const decibels = 10 * Math.log10(power + 1e-10);
  return Math.min(1, Math.max(0, (decibels + 50) / 40));
}
