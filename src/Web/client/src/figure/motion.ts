// A motion's file, and where it is at a moment.
import { open, plane } from './bytes';
import type { Pose } from './rig';
import type { Quat, Vec } from './turns';

export type Phase = 'get_ready' | 'move' | 'hold' | 'return' | 'rest';

export interface Step {
  from: number; to: number; at: number; seconds: number; phase: Phase; ease: 'smooth' | 'linear' | 'gentle_start' | 'gentle_stop';
  way?: number; back?: 1; breath?: 'in' | 'out' | 'easy'; say?: string;
}

/** Metres of the reference stature; a point of the body is body, x, y, z (body −1: the world). */
export interface Prop {
  is: string; faces: 'forward' | 'back' | 'left' | 'right'; x?: [number, number]; y?: [number, number]; top?: number; base?: number; rest?: number;
  depth?: number; width?: number; radius?: number; length?: number; through?: [number, number, number, number][]; in?: [number, number, number, number];
  /** One a pose. */
  at?: number[][];
}

interface MotionHeader {
  id: string; title: string; side: string; views: string[]; targets: string[]; seconds: number; loop: [number, number]; bodies: number; frames: number; q: number;
  ways: [number, number][]; stills: number[]; poses: string[]; steps: Step[]; props: Prop[]; tension?: number[][];
  /** Eyes closed. */
  rests?: 1;
}

export class Motion {
  readonly header: MotionHeader;
  /** Frame by frame: x y z of the pelvis, then a quaternion a body. */
  private readonly frames: Int16Array;
  private readonly channels: number;

  constructor(buffer: ArrayBuffer) {
    const { header, body } = open<MotionHeader>(buffer);
    this.header = header;
    this.channels = 3 + 4 * header.bodies;
    this.frames = new Int16Array(this.channels * header.frames);
    for (let c = 0; c < this.channels; c++) {
      const differences = plane(body, 2 * c * header.frames, header.frames);
      for (let f = 0, last = 0; f < header.frames; f++) {
        last = last + differences[f]! << 16 >> 16;
        this.frames[f * this.channels + c] = last;
      }
    }
  }

  get seconds(): number { return this.header.seconds; }
  get loop(): readonly [number, number] { return this.header.loop; }

  /** The middle of its first hold, seconds; of its middle step where nothing is held. */
  get held(): number {
    const { steps } = this.header, hold = steps.find(one => one.phase === 'hold') ?? steps[steps.length >> 1]!;
    return hold.at + hold.seconds / 2;
  }

  stepAt(time: number): number {
    const steps = this.header.steps, at = steps.findIndex(step => time < step.at + step.seconds);
    return at < 0 ? steps.length - 1 : at;
  }

  /** How far the step that is on has come, its easing in it. */
  shareAt(time: number): number {
    const step = this.header.steps[this.stepAt(time)]!, u = Math.min(1, Math.max(0, (time - step.at) / step.seconds));
    switch (step.ease) {
      case 'linear': return u;
      case 'gentle_start': return u * u;
      case 'gentle_stop': return u * (2 - u);
      default: return u * u * (3 - 2 * u);
    }
  }

  poseAt(time: number): Pose {
    const step = this.header.steps[this.stepAt(time)]!;
    if (step.way === undefined) return this.still(step.to);
    const [first, count] = this.header.ways[step.way]!, eased = this.shareAt(time);
    const along = (step.back ? 1 - eased : eased) * (count - 1), k = Math.min(count - 2, Math.floor(along));
    return this.between(first + k, first + k + 1, along - k);
  }

  still(pose: number): Pose {
    const frame = this.header.stills[pose]!;
    return this.between(frame, frame, 0);
  }

  /** Something that is told once a pose, at a moment. */
  told(values: readonly (readonly number[])[], time: number): number[] {
    const step = this.header.steps[this.stepAt(time)]!, u = step.way === undefined ? 1 : this.shareAt(time), from = values[step.from]!;
    return values[step.to]!.map((x, i) => from[i]! + (x - from[i]!) * u);
  }

  /** Moments at which a new key position is reached, in order. */
  get keys(): number[] {
    const times: number[] = [];
    let last = -1;
    for (const step of this.header.steps) {
      if (step.to !== last) times.push(step.at + step.seconds - 1e-4);
      last = step.to;
    }
    return times;
  }

  /** What the motion says of a target's tension at a moment; null where it says nothing. */
  tensionOf(target: number, time: number): number | null {
    const { tension } = this.header;
    return tension ? this.told(tension, time)[target] ?? 1 : null;
  }

  /** Of the key position before or after a moment; round and round. */
  keyFrom(time: number, by: 1 | -1): number {
    const keys = this.keys, next = by > 0 ? keys.find(key => key > time + 0.01) : keys.filter(key => key < time - 0.01).at(-1);
    return next ?? (by > 0 ? keys[0] : keys.at(-1)) ?? 0;
  }

  private between(a: number, b: number, u: number): Pose {
    const f = this.frames, from = a * this.channels, to = b * this.channels, q = this.header.q;
    const at = [0, 1, 2].map(c => q * (f[from + c]! * (1 - u) + f[to + c]! * u)) as unknown as Vec;
    const turns: Quat[] = [];
    for (let c = 3; c < this.channels; c += 4) {
      let same = 0;
      for (let k = 0; k < 4; k++) same += f[from + c + k]! * f[to + c + k]!;
      const w = same < 0 ? -u : u;
      turns.push([0, 1, 2, 3].map(k => f[from + c + k]! * (1 - u) + f[to + c + k]! * w) as unknown as Quat);
    }
    return { at, turns };
  }
}

/** One frame as it stands in an attribute: base64 of x y z in 8192ths of a metre and a quaternion a body in 32767ths, all int16. */
export function poseOf(text: string): Pose {
  const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0)), view = new DataView(bytes.buffer), numbers = Array.from({ length: bytes.length / 2 }, (_, i) => view.getInt16(2 * i, true));
  const turns: Quat[] = [];
  for (let c = 3; c + 3 < numbers.length; c += 4) turns.push(numbers.slice(c, c + 4) as unknown as Quat);
  return { at: numbers.slice(0, 3).map(x => x / 8192) as unknown as Vec, turns };
}
