// The skin's file to the arrays of both halves.
import { open, plane } from './bytes';
import { Rig, type RigHeader } from './rig';

interface MeshHeader extends RigHeader { id: string; n: number; t: number; q: number }

export interface Mesh {
  rig: Rig;
  /** Bind pose, and where the same vertex lies on the lean man: metres of the file's stature. */
  position: Float32Array;
  canon: Float32Array;
  normal: Float32Array;
  /** Three frames a vertex, and their weights in 255ths. */
  frames: Uint8Array;
  weights: Uint8Array;
  corners: Uint16Array;
}

/** Running sums of the differences in a plane, in metres. */
function places(body: Uint8Array, start: number, n: number, q: number): Float64Array {
  const packed = plane(body, start, n), values = new Float64Array(n);
  let last = 0;
  for (let i = 0; i < n; i++) {
    const z = packed[i]!;
    last += z & 1 ? -(z + 1) / 2 : z / 2;
    values[i] = last * q;
  }
  return values;
}

export function readMesh(buffer: ArrayBuffer): Mesh {
  const { header, body } = open<MeshHeader>(buffer), { n, t, q } = header, rig = new Rig(header);
  const [x, y, z, dx, dy, dz] = [0, 1, 2, 3, 4, 5].map(c => places(body, 2 * n * c, n, q)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const half = corners(body.subarray(17 * n), 3 * t);

  // Vertices with y = 0 belong to both halves.
  const other = new Uint16Array(n);
  let count = n;
  for (let i = 0; i < n; i++) other[i] = y[i] === 0 ? i : count++;
  const mesh: Mesh = {
    rig, position: new Float32Array(3 * count), canon: new Float32Array(3 * count), normal: new Float32Array(3 * count),
    frames: new Uint8Array(4 * count), weights: new Uint8Array(4 * count), corners: new Uint16Array(6 * t),
  };
  for (let i = 0; i < n; i++) {
    const second = body[15 * n + i]!, third = body[16 * n + i]!;
    for (const [to, side] of other[i] === i ? [[i, 1]] as const : [[i, 1], [other[i]!, -1]] as const) {
      mesh.position.set([x[i]!, side * y[i]!, z[i]!], 3 * to);
      mesh.canon.set([x[i]! + dx[i]!, side * (y[i]! + dy[i]!), z[i]! + dz[i]!], 3 * to);
      mesh.weights.set([255 - second - third, second, third, 0], 4 * to);
      for (let k = 0; k < 3; k++) {
        const frame = body[(12 + k) * n + i]!;
        mesh.frames[4 * to + k] = side > 0 ? frame : rig.twin[frame]!;
      }
    }
  }
  mesh.corners.set(half);
  for (let k = 0; k < 3 * t; k += 3) mesh.corners.set([other[half[k]!]!, other[half[k + 2]!]!, other[half[k + 1]!]!], 3 * t + k);
  normals(mesh);
  return mesh;
}

/** Corners are told by how far back their vertex was first seen. */
function corners(body: Uint8Array, count: number): Uint16Array {
  const all = new Uint16Array(count);
  for (let i = 0, at = 0, seen = 0; i < count; i++) {
    let back = 0, shift = 0, byte: number;
    do {
      byte = body[at++]!;
      back |= (byte & 127) << shift;
      shift += 7;
    } while (byte & 128);
    all[i] = seen - back;
    if (back === 0) seen++;
  }
  return all;
}

function normals({ position: p, normal, corners: all }: Mesh): void {
  for (let k = 0; k < all.length; k += 3) {
    const a = 3 * all[k]!, b = 3 * all[k + 1]!, c = 3 * all[k + 2]!;
    const ux = p[b]! - p[a]!, uy = p[b + 1]! - p[a + 1]!, uz = p[b + 2]! - p[a + 2]!, vx = p[c]! - p[a]!, vy = p[c + 1]! - p[a + 1]!, vz = p[c + 2]! - p[a + 2]!;
    const out = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    for (const corner of [a, b, c]) for (let j = 0; j < 3; j++) normal[corner + j]! += out[j]!;
  }
  for (let i = 0; i < normal.length; i += 3) {
    const length = Math.hypot(normal[i]!, normal[i + 1]!, normal[i + 2]!) || 1;
    for (let j = 0; j < 3; j++) normal[i + j]! /= length;
  }
}

/** World places of every nth vertex: enough to see what a picture must hold. */
export function outline(mesh: Mesh, carry: Float32Array, every: number): number[][] {
  const points: number[][] = [];
  for (let i = 0; i < mesh.position.length / 3; i += every) {
    const sum = [0, 0, 0];
    for (let k = 0; k < 3; k++) {
      const w = mesh.weights[4 * i + k]! / 255, m = 12 * mesh.frames[4 * i + k]!;
      for (let r = 0; r < 3; r++)
        sum[r]! += w * (carry[m + 4 * r]! * mesh.position[3 * i]! + carry[m + 4 * r + 1]! * mesh.position[3 * i + 1]! + carry[m + 4 * r + 2]! * mesh.position[3 * i + 2]! + carry[m + 4 * r + 3]!);
    }
    points.push(sum);
  }
  return points;
}
