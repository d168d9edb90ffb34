// Muscles as flattened tubes along the lines the server tells: thin at the ends, full in the middle. Their points ride on bodies.
import { open, plane } from './bytes';
import type { Rig } from './rig';
import { add, between, cross, direction, less, long, scaled, type Vec } from './turns';

interface MusclesHeader {
  points: number; q: number;
  /** id, group, points, half width, half thickness, 1: deep, 1: in the middle, 1: one sheet with its neighbours. */
  lines: [string, string, number, number, number, 0 | 1, 0 | 1, 0 | 1][];
  /** Lumbar levels from below: body above the disc, tilt of the disc in degrees, half depth of the disc in metres. */
  levels: [number, number, number][];
}

/** In the bind pose; frames and weights as a vertex has them. */
interface Point { at: Vec; out: Vec; frames: readonly number[]; weights: readonly number[] }
export interface Line { id: string; group: string; halfWidth: number; halfThick: number; deep: boolean; fan: boolean; points: Point[] }

export interface Muscles { lines: Line[]; levels: MusclesHeader['levels'] }

export function readMuscles(buffer: ArrayBuffer, rig: Rig): Muscles {
  const { header, body } = open<MusclesHeader>(buffer), { points: n, q } = header, lines: Line[] = [];
  const places = [0, 1, 2].map(c => Float64Array.from(plane(body, n * (5 + 2 * c), n), x => (x << 16 >> 16) * q));
  const ways = [0, 1, 2].map(c => Float64Array.from(body.subarray(n * (11 + c), n * (12 + c)), x => (x << 24 >> 24) / 127));
  let first = 0;
  for (const [id, group, count, halfWidth, halfThick, deep, middle, fan] of header.lines) {
    const points = Array.from({ length: count }, (_, k): Point => {
      const i = first + k;
      const second = body[3 * n + i]! / 255, third = body[4 * n + i]! / 255;
      return { at: places.map(c => c[i]!) as unknown as Vec, out: ways.map(c => c[i]!) as unknown as Vec, frames: [0, 1, 2].map(c => body[n * c + i]!), weights: [1 - second - third, second, third] };
    });
    first += count;
    const line = { group, halfWidth: halfWidth * rig.scale, halfThick: halfThick * rig.scale, deep: deep === 1, fan: fan === 1 };
    lines.push({ ...line, id: middle ? id : `${id}-r`, points });
    if (!middle) lines.push({ ...line, id: `${id}-l`, points: points.map(p => ({ frames: p.frames.map(f => rig.twin[f]!), weights: p.weights, at: [p.at[0], -p.at[1], p.at[2]], out: [p.out[0], -p.out[1], p.out[2]] })) });
  }
  return { lines, levels: header.levels };
}

/** "psoas-3-r" on the left is "psoas-3-l". */
export const otherSide = (id: string): string => id.replace(/-([rl])$/, (_, side: string) => side === 'r' ? '-l' : '-r');

export interface TubeShape { along: number; around: number }

/** A line, or a strand between two of one muscle's lines: then it lies a share of the way to the other. */
interface Strand { line: Line; other?: Line; share: number }

/** Metres: lines of one muscle whose ends are nearer than this are one sheet. */
const sheet = 0.12;

/** Lines with strands between those that belong to one sheet, so that it reads as one band. */
function strands(lines: readonly Line[], rig: Rig): Strand[] {
  return lines.flatMap((line, i): Strand[] => {
    // A line is followed by its twin, where both sides are drawn.
    const other = [lines[i + 1], lines[i + 2]].find(next => next?.group === line.group && next.id.slice(-2) === line.id.slice(-2)), own = { line, share: 0 };
    if (!other || !line.fan) return [own];
    const far = Math.max(...[0, -1].map(end => long(less(line.points.at(end)!.at, other.points.at(end)!.at))));
    if (far > sheet * rig.scale) return [own];
    const between = Math.min(3, Math.floor(far / (1.5 * line.halfWidth)));
    return [own, ...Array.from({ length: between }, (_, k) => ({ line, other, share: (k + 1) / (between + 1) }))];
  });
}

/** Arrays of a set of tubes, written over with each pose. */
export class Tubes {
  readonly position: Float32Array;
  readonly normal: Float32Array;
  /** Share of the length, angle around in turns, how far it shines through, tension. */
  readonly look: Float32Array;
  readonly corners: Uint32Array;

  private readonly strands: readonly Strand[];

  /** @param rig Null draws the lines alone. */
  constructor(lines: readonly Line[], private readonly shape: TubeShape, private readonly through: (line: Line) => number, rig: Rig | null) {
    this.strands = rig ? strands(lines, rig) : lines.map(line => ({ line, share: 0 }));
    const { along, around } = shape, rings = along + 1, count = this.strands.length * rings * around;
    this.position = new Float32Array(3 * count);
    this.normal = new Float32Array(3 * count);
    this.look = new Float32Array(4 * count);
    const corners: number[] = [];
    this.strands.forEach((_, l) => {
      for (let i = 0; i < along; i++)
        for (let a = 0; a < around; a++) {
          const p = (l * rings + i) * around, b = (a + 1) % around;
          corners.push(p + a, p + around + a, p + b, p + b, p + around + a, p + around + b);
        }
    });
    this.corners = Uint32Array.from(corners);
  }

  /** @param tension Of a line, 0 to 1: how wide and how solid it is drawn. */
  place(carried: Float32Array, tension: (line: Line) => number): void {
    const { along, around } = this.shape;
    let at = 0;
    this.strands.forEach(({ line, other, share }) => {
      const t = tension(line), width = line.halfWidth * (line.deep ? 0.55 + 0.6 * t : 0.65 + 0.75 * t), thick = line.halfThick * (0.7 + 0.5 * t), through = this.through(line);
      const own = curve(line, carried, along), theirs = other && curve(other, carried, along);
      const path = theirs ? own.map((point, i) => ({ at: between(point.at, theirs[i]!.at, share), out: direction(between(point.out, theirs[i]!.out, share)) })) : own;
      path.forEach((point, i) => {
        const s = i / along, way = direction(less(path[Math.min(along, i + 1)]!.at, path[Math.max(0, i - 1)]!.at));
        const side = direction(cross(way, point.out)), up = cross(side, way), full = belly(s);
        for (let a = 0; a < around; a++) {
          const c = Math.cos(2 * Math.PI * a / around), d = Math.sin(2 * Math.PI * a / around);
          this.position.set(add(point.at, add(scaled(side, c * width * full), scaled(up, d * thick * full))), 3 * at);
          this.normal.set(direction(add(scaled(side, c / width), scaled(up, d / thick))), 3 * at);
          this.look.set([s, a / around, through, t], 4 * at);
          at++;
        }
      });
    });
  }
}

const belly = (s: number): number => 0.3 + 0.7 * Math.pow(Math.sin(Math.PI * Math.min(0.97, Math.max(0.03, s))), 0.7);

/** A place (1) or a direction (0) of the bind pose, where the frames have it now. */
function carry({ frames, weights }: Point, [x, y, z]: Vec, place: 0 | 1, m: Float32Array): Vec {
  const sum = [0, 0, 0];
  frames.forEach((frame, k) => {
    const w = weights[k]!;
    if (w) for (let r = 0; r < 3; r++) {
      const i = 12 * frame + 4 * r;
      sum[r]! += w * (m[i]! * x + m[i + 1]! * y + m[i + 2]! * z + place * m[i + 3]!);
    }
  });
  return sum as unknown as Vec;
}

/** A cubic through the points, at even steps of its length. */
function curve(line: Line, carried: Float32Array, steps: number): { at: Vec; out: Vec }[] {
  const at = line.points.map(p => carry(p, p.at, 1, carried)), out = line.points.map(p => carry(p, p.out, 0, carried));
  const far = [0], last = at.length - 1;
  for (let i = 1; i <= last; i++) far.push(far[i - 1]! + long(less(at[i]!, at[i - 1]!)));
  const slope = (i: number): Vec => {
    const a = Math.max(0, i - 1), b = Math.min(last, i + 1);
    return scaled(less(at[b]!, at[a]!), 1 / (far[b]! - far[a]! || 1));
  };
  return Array.from({ length: steps + 1 }, (_, k) => {
    const s = far[last]! * k / steps;
    let i = 0;
    while (i < last - 1 && s > far[i + 1]!) i++;
    const span = far[i + 1]! - far[i]!, u = span > 0 ? (s - far[i]!) / span : 0, u2 = u * u, u3 = u2 * u, from = scaled(slope(i), span), to = scaled(slope(i + 1), span);
    const point = [0, 1, 2].map(c => at[i]![c]! * (2 * u3 - 3 * u2 + 1) + from[c]! * (u3 - 2 * u2 + u) + at[i + 1]![c]! * (3 * u2 - 2 * u3) + to[c]! * (u3 - u2)) as unknown as Vec;
    return { at: point, out: between(out[i]!, out[i + 1]!, u) };
  });
}
