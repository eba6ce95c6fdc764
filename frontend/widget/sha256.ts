const constants = new Int32Array(64);
const initial = new Int32Array(8);

/** Returns the first 32 bits of the fractional part. */
const fraction = (value: number) => ((value % 1) * 2 ** 32) | 0;

for (let candidate = 2, found = 0; found < 64; candidate++) {
  let isPrime = true;
  for (let factor = 2; factor * factor <= candidate; factor++) {
    isPrime &&= candidate % factor !== 0;
  }
  if (isPrime) {
    if (found < 8) {
      initial[found] = fraction(Math.sqrt(candidate));
    }
    constants[found++] = fraction(Math.cbrt(candidate));
  }
}

const schedule = new Int32Array(64);
const state = new Int32Array(8);
let bytes = new Uint8Array(128);

/** Returns the SHA-256 of an ASCII text as eight words, which the next call overwrites. */
export function sha256(text: string): Int32Array {
  const { length } = text;
  const size = ((length + 72) >> 6) << 6;
  if (bytes.length < size) {
    bytes = new Uint8Array(size);
  }
  bytes.fill(0, length, size);
  for (let i = 0; i < length; i++) {
    bytes[i] = text.charCodeAt(i);
  }
  bytes[length] = 0x80;
  const bits = length * 8;
  for (let i = 0; i < 4; i++) {
    bytes[size - 1 - i] = bits >>> (8 * i);
  }
  state.set(initial);
  for (let offset = 0; offset < size; offset += 64) {
    compress(offset);
  }
  return state;
}

function compress(offset: number) {
  const w = schedule;
  for (let i = 0, at = offset; i < 16; i++, at += 4) {
    w[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    const first = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const second = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16]! + first + w[i - 7]! + second) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const e1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + e1 + ((e & f) ^ (~e & g)) + constants[i]! + w[i]!) | 0;
    const a1 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (a1 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}
