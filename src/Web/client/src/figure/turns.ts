// Rotations as nine numbers, row by row, and unit quaternions as four: x y z w.
export type Mat = readonly [number, number, number, number, number, number, number, number, number];
export type Vec = readonly [number, number, number];
export type Quat = readonly [number, number, number, number];

export const unit: Mat = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export const times = (m: Mat, n: Mat): Mat => [
  m[0] * n[0] + m[1] * n[3] + m[2] * n[6], m[0] * n[1] + m[1] * n[4] + m[2] * n[7], m[0] * n[2] + m[1] * n[5] + m[2] * n[8],
  m[3] * n[0] + m[4] * n[3] + m[5] * n[6], m[3] * n[1] + m[4] * n[4] + m[5] * n[7], m[3] * n[2] + m[4] * n[5] + m[5] * n[8],
  m[6] * n[0] + m[7] * n[3] + m[8] * n[6], m[6] * n[1] + m[7] * n[4] + m[8] * n[7], m[6] * n[2] + m[7] * n[5] + m[8] * n[8],
];
export const turned = (m: Mat): Mat => [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];
export const apply = (m: Mat, v: Vec): Vec => [m[0] * v[0] + m[1] * v[1] + m[2] * v[2], m[3] * v[0] + m[4] * v[1] + m[5] * v[2], m[6] * v[0] + m[7] * v[1] + m[8] * v[2]];
export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const less = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scaled = (a: Vec, s: number): Vec => [a[0] * s, a[1] * s, a[2] * s];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec, b: Vec): Vec => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const long = (a: Vec): number => Math.hypot(a[0], a[1], a[2]);
export const direction = (a: Vec): Vec => scaled(a, 1 / (long(a) || 1));
export const between = (a: Vec, b: Vec, u: number): Vec => [a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u, a[2] + (b[2] - a[2]) * u];

/** Of any length but none. */
export function matOf(q: Quat): Mat {
  const [x, y, z, w] = q, k = 2 / (x * x + y * y + z * z + w * w);
  return [
    1 - k * (y * y + z * z), k * (x * y - z * w), k * (x * z + y * w),
    k * (x * y + z * w), 1 - k * (x * x + z * z), k * (y * z - x * w),
    k * (x * z - y * w), k * (y * z + x * w), 1 - k * (x * x + y * y),
  ];
}

/** With a real part that is not negative. */
export function quatOf(m: Mat): Quat {
  const trace = m[0] + m[4] + m[8];
  if (trace > 0) return whole(m[7] - m[5], m[2] - m[6], m[3] - m[1], 1 + trace);
  if (m[0] > m[4] && m[0] > m[8]) return whole(1 + m[0] - m[4] - m[8], m[1] + m[3], m[2] + m[6], m[7] - m[5]);
  return m[4] > m[8] ? whole(m[1] + m[3], 1 + m[4] - m[0] - m[8], m[5] + m[7], m[2] - m[6]) : whole(m[2] + m[6], m[5] + m[7], 1 + m[8] - m[0] - m[4], m[3] - m[1]);
}

const whole = (x: number, y: number, z: number, w: number): Quat => {
  const length = Math.hypot(x, y, z, w) * (w < 0 ? -1 : 1);
  return [x / length, y / length, z / length, w / length];
};

const product = (a: Quat, b: Quat): Quat => whole(
  b[0] * a[3] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1], b[1] * a[3] + a[1] * b[3] + a[2] * b[0] - a[0] * b[2],
  b[2] * a[3] + a[2] * b[3] + a[0] * b[1] - a[1] * b[0], a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2]);

export const inverse = (q: Quat): Quat => [-q[0], -q[1], -q[2], q[3]];

/** q = swing · twist, the twist about the axis. */
export function split(q: Quat, axis: Vec): { swing: Quat; twist: Quat } {
  const along = q[0] * axis[0] + q[1] * axis[1] + q[2] * axis[2];
  const twist = q[3] * q[3] + along * along > 1e-20 ? whole(axis[0] * along, axis[1] * along, axis[2] * along, q[3]) : [0, 0, 0, 1] as const;
  return { swing: product(q, inverse(twist)), twist };
}

/** About the same axis by a share of the angle. */
export function part(q: Quat, share: number): Mat {
  const sine = Math.hypot(q[0], q[1], q[2]);
  if (sine < 1e-12) return unit;
  const half = Math.atan2(sine, q[3]) * share, s = Math.sin(half) / sine;
  return matOf([q[0] * s, q[1] * s, q[2] * s, Math.cos(half)]);
}
