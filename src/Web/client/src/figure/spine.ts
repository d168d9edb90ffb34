// Simple vertebrae and discs in the bind pose, each riding on one body. The levels, their tilt and size are the model's.
import { BufferGeometry, CylinderGeometry, BoxGeometry, Float32BufferAttribute, Matrix4, Uint8BufferAttribute } from 'three';
import type { Muscles } from './muscles';
import type { Rig } from './rig';
import { between, less, type Vec } from './turns';

interface Bone { body: number; geometry: BufferGeometry; group: number }

/** Group 0 is bone; group 1 is the lowest disc, and so on upwards. */
export function spine(rig: Rig, levels: Muscles['levels']): BufferGeometry {
  const joint = (id: string): Vec => rig.bind.at[rig.body(id)]!, s = rig.scale, bones: Bone[] = [];
  levels.forEach(([body, tilt, half], i) => {
    const at = rig.bind.at[body]!, up = levels[i + 1] ? rig.bind.at[levels[i + 1]![0]]! : at, r = half * s;
    const lean = new Matrix4().makeRotationY(tilt * Math.PI / 180);
    bones.push({ body, group: i + 1, geometry: drum(r * 1.02, r * 1.12, 0.010 * s).applyMatrix4(lean).translate(at[0], at[1], at[2]) });
    if (levels[i + 1]) bones.push(...vertebra(body, at, up, r, s));
  });
  const runs: [string, string, number, number][] = [['thorax_lo', 'thorax_up', 5, 0.016], ['thorax_up', 'neck', 7, 0.0145], ['neck', 'neck_up', 3, 0.0105], ['neck_up', 'head', 4, 0.010]];
  for (const [from, to, count, half] of runs)
    for (let k = 0; k < count; k++) bones.push(...vertebra(rig.body(from), between(joint(from), joint(to), k / count), between(joint(from), joint(to), (k + 1) / count), half * s, s));
  const base = rig.bind.at[levels[0]![0]]!, pelvis = rig.body('pelvis');
  for (let k = 0; k < 4; k++) {
    const w = (0.030 - 0.005 * k) * s, lean = new Matrix4().makeRotationY((-28 - 14 * k) * -Math.PI / 180);
    bones.push({ body: pelvis, group: 0, geometry: new BoxGeometry(0.026 * s, 2 * w, 0.024 * s).applyMatrix4(lean).translate(base[0] - (0.012 + 0.016 * k) * s, 0, base[2] - (0.022 + 0.023 * k) * s) });
  }
  return merge(bones);
}

function vertebra(body: number, from: Vec, to: Vec, half: number, s: number): Bone[] {
  const way = less(to, from), length = Math.hypot(...way), middle = between(from, to, 0.5);
  const shape = drum(half, half * 1.12, Math.max(0.006 * s, length - 0.009 * s)).applyMatrix4(new Matrix4().makeRotationY(Math.atan2(way[0], way[2]))).translate(...middle);
  const spike = new BoxGeometry(0.030 * s, 0.006 * s, 0.012 * s).applyMatrix4(new Matrix4().makeRotationY(-0.35)).translate(middle[0] - half - 0.024 * s, middle[1], middle[2] - 0.006 * s);
  const wings = new BoxGeometry(0.008 * s, 0.062 * s, 0.007 * s).translate(middle[0] - half - 0.004 * s, middle[1], middle[2]);
  return [shape, spike, wings].map(geometry => ({ body, group: 0, geometry }));
}

/** Upright, deep by half along x and wide by half along y. */
const drum = (deep: number, wide: number, height: number): BufferGeometry => new CylinderGeometry(1, 1, height, 14).rotateX(Math.PI / 2).scale(deep, wide, 1);

function merge(bones: readonly Bone[]): BufferGeometry {
  const position: number[] = [], normal: number[] = [], canon: number[] = [], frames: number[] = [], weights: number[] = [], index: number[] = [];
  for (const { body, geometry, group } of bones) {
    const first = position.length / 3, count = geometry.getAttribute('position').count;
    position.push(...geometry.getAttribute('position').array);
    geometry.computeVertexNormals();
    normal.push(...geometry.getAttribute('normal').array);
    for (let i = 0; i < count; i++) {
      canon.push(group, 0, 0);
      frames.push(body, 0, 0, 0);
      weights.push(255, 0, 0, 0);
    }
    index.push(...[...geometry.getIndex()!.array].map(i => i + first));
    geometry.dispose();
  }
  const all = new BufferGeometry();
  all.setAttribute('position', new Float32BufferAttribute(position, 3));
  all.setAttribute('normal', new Float32BufferAttribute(normal, 3));
  all.setAttribute('canon', new Float32BufferAttribute(canon, 3));
  all.setAttribute('frames', new Uint8BufferAttribute(frames, 4));
  all.setAttribute('weights', new Uint8BufferAttribute(weights, 4, true));
  all.setIndex(index);
  return all;
}
