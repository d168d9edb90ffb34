// The frames that carry the skin: joint rotations chained along the tree, and the helper frames between two bodies. No anatomy is known here.
import { add, apply, inverse, less, matOf, part, quatOf, split, times, turned, type Mat, type Quat, type Vec } from './turns';

export interface Pose { at: Vec; turns: readonly Quat[] }
export interface Frames { turn: readonly Mat[]; at: readonly Vec[] }

interface Helper { parent: number; child: number; swing: number; twist: number; ofParent: boolean }

export interface RigHeader {
  scale: number;
  /** id, parent, offset x y z, bind quaternion x y z w, bind place x y z. */
  bodies: [string, number, ...number[]][];
  helpers: [number, number, number, number, number][];
  twin: number[];
}

export class Rig {
  readonly names: readonly string[];
  readonly parents: readonly number[];
  readonly twin: readonly number[];
  readonly count: number;
  readonly bind: Frames;
  readonly scale: number;
  private readonly offsets: readonly Vec[];
  private readonly helpers: readonly Helper[];
  private readonly axes: readonly Vec[];

  constructor(header: RigHeader) {
    const rows = header.bodies.map(row => row.slice(2) as number[]);
    const vec = (row: number[], from: number): Vec => [row[from]!, row[from + 1]!, row[from + 2]!];
    this.names = header.bodies.map(row => row[0]);
    this.parents = header.bodies.map(row => row[1]);
    this.offsets = rows.map(row => vec(row, 0));
    this.bind = { turn: rows.map(row => matOf([row[3]!, row[4]!, row[5]!, row[6]!])), at: rows.map(row => vec(row, 7)) };
    this.helpers = header.helpers.map(([parent, child, swing, twist, ofParent]) => ({ parent, child, swing, twist, ofParent: ofParent === 1 }));
    this.axes = this.helpers.map(helper => helper.ofParent ? [0, 0, -1] : apply(turned(this.bind.turn[helper.parent]!), apply(this.bind.turn[helper.child]!, [0, 0, -1])));
    this.twin = header.twin;
    this.scale = header.scale;
    this.count = this.names.length + this.helpers.length;
  }

  body(id: string): number {
    return this.names.indexOf(id);
  }

  /** Where every body is in the world. */
  place(pose: Pose): Frames {
    const turn: Mat[] = [], at: Vec[] = [];
    this.parents.forEach((parent, i) => {
      const own = matOf(pose.turns[i]!);
      turn.push(parent < 0 ? own : times(turn[parent]!, own));
      at.push(parent < 0 ? [pose.at[0] * this.scale, pose.at[1] * this.scale, pose.at[2] * this.scale] : add(at[parent]!, apply(turn[parent]!, this.offsets[i]!)));
    });
    return { turn, at };
  }

  /** Twelve numbers a frame: rotation row by row with the shift at the end of each row, bind pose to world. */
  carry(frames: Frames, into: Float32Array): void {
    const { turn, at } = frames, bind = this.bind;
    const put = (frame: number, r: Mat, joint: number): void => {
      const shift = less(at[joint]!, apply(r, bind.at[joint]!));
      into.set([r[0], r[1], r[2], shift[0], r[3], r[4], r[5], shift[1], r[6], r[7], r[8], shift[2]], 12 * frame);
    };
    turn.forEach((own, b) => put(b, times(own, turned(bind.turn[b]!)), b));
    let last: Helper | undefined, swing: Quat = [0, 0, 0, 1], twist: Quat = [0, 0, 0, 1];
    this.helpers.forEach((helper, h) => {
      const { parent, child } = helper, before = turned(bind.turn[parent]!);
      if (last?.parent !== parent || last.child !== child) {
        const change = times(times(turned(turn[parent]!), turn[child]!), times(turned(bind.turn[child]!), bind.turn[parent]!));
        ({ swing, twist } = split(quatOf(helper.ofParent ? turned(change) : change), this.axes[h]!));
        last = helper;
      }
      const own = helper.ofParent ? times(part(inverse(twist), helper.twist), part(inverse(swing), helper.swing)) : times(part(swing, helper.swing), part(twist, helper.twist));
      put(turn.length + h, times(times(turn[parent]!, own), before), child);
    });
  }

  /** The same pose seen in a mirror. */
  mirror(pose: Pose): Pose {
    const turns: Quat[] = [...pose.turns];
    pose.turns.forEach(([x, y, z, w], b) => { turns[this.twin[b]!] = [-x, y, -z, w]; });
    return { at: [pose.at[0], -pose.at[1], pose.at[2]], turns };
  }
}
