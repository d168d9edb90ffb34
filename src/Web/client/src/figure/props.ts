// Chair, wall, mat and the like as plain shapes. Metres of the file's stature.
import { BoxGeometry, BufferGeometry, CylinderGeometry, EdgesGeometry, Float32BufferAttribute, Matrix4, SphereGeometry, TorusGeometry, Vector3 } from 'three';
import type { Prop } from './motion';
import type { Frames } from './rig';
import { add, apply, cross, direction, less, scaled, type Vec } from './turns';

export type Tone = 'mat' | 'wood' | 'wall' | 'ball' | 'soft' | 'strap' | 'screen' | 'weight';

/** One shape of a prop. Straps and weights are made anew with each pose. */
export interface Piece { tone: Tone; geometry: BufferGeometry; edges: BufferGeometry | null }

type Range = readonly [number, number];

/** Forward is x; a chair or wall that faces another way is turned about its place. */
const turns = { forward: 0, left: Math.PI / 2, back: Math.PI, right: -Math.PI / 2 } as const;

/** Across the view of the other side; points on bodies change sides too.
 *  @param twin Of each body, the one on the other side. */
export function otherWay(prop: Prop, twin: readonly number[]): Prop {
  const faces = prop.faces === 'left' ? 'right' : prop.faces === 'right' ? 'left' : prop.faces;
  const point = ([b, x, y, z]: [number, number, number, number]): [number, number, number, number] => [b < 0 ? b : twin[b]!, x, -y, z];
  const { y, at, ...rest } = prop;
  return {
    ...rest, faces, ...(y && { y: [-y[1], -y[0]] as [number, number] }), ...(at && { at: at.map(place => [place[0]!, -place[1]!, ...place.slice(2)]) }),
    ...(prop.through && { through: prop.through.map(point) }), ...(prop.in && { in: point(prop.in) }),
  };
}

/** What stands still in a pose, or moves as a whole. */
export function pieces(prop: Prop, place: readonly number[] | undefined): Piece[] {
  const [x = 0, y = 0, z = 0] = place ?? [];
  const turn = (shape: BufferGeometry): BufferGeometry => shape.rotateZ(turns[prop.faces]).translate(x, y, 0);
  const local = (tone: Tone, a: Range, b: Range, c: Range): Piece => piece(tone, turn(box(a, b, c)));
  const slab = (tone: Tone, from: number, top: number): Piece => piece(tone, box(prop.x!, prop.y!, [from, top]));
  const top = prop.top ?? 0, d = (prop.depth ?? 0) / 2, w = (prop.width ?? 0) / 2;
  switch (prop.is) {
    case 'mat': return [slab('mat', 0, top)];
    case 'bed': return [slab('soft', top - 0.22, top), piece('wood', box([prop.x![0] + 0.04, prop.x![1] - 0.04], [prop.y![0] + 0.04, prop.y![1] - 0.04], [0.08, top - 0.22]))];
    case 'box': return [slab('wood', prop.base ?? 0, top)];
    case 'cushion': return [slab('soft', prop.base ?? 0, top)];
    case 'desk': return desk(prop.x!, prop.y!, top);
    case 'chair': case 'stool': return [
      local('wood', [-d, d], [-w, w], [top - 0.04, top]),
      ...([[1, 1], [1, -1], [-1, 1], [-1, -1]] as const).map(([a, b]) => local('wood', around(a * (d - 0.025), 0.017), around(b * (w - 0.025), 0.017), [0, top - 0.04])),
      ...(prop.rest ? [
        ...([1, -1] as const).map(b => local('wood', [-d - 0.024, -d], around(b * (w - 0.02), 0.017), [top - 0.04, top + prop.rest!])),
        local('wood', [-d - 0.022, -d - 0.002], [-w, w], [top + prop.rest - 0.2, top + prop.rest]), local('wood', [-d - 0.02, -d - 0.004], [-w, w], [top + 0.09, top + 0.15]),
      ] : []),
    ];
    case 'wall': return [local('wall', [-0.06, 0], [-w, w], [0, prop.top ?? 1.9])];
    case 'door': return [local('wall', [-0.1, 0.02], [w, w + 0.09], [0, 2]), local('wall', [-0.1, 0.02], [-w - 0.09, -w], [0, 2])];
    case 'ball': return [{ tone: 'ball', geometry: new SphereGeometry(prop.radius, 40, 24).translate(x, y, z), edges: null }];
    case 'roller': return [piece('soft', new CylinderGeometry(prop.radius, prop.radius, prop.length ?? 0.9, 24).translate(x, y, z))];
    case 'wheel': return wheel(prop.radius!).map(shape => ({ tone: 'screen', geometry: shape.rotateY(wheelTilt).translate(x, y, z), edges: null }));
    default: return [];
  }
}

/** The upper edge of a steering wheel leans away from who sits behind it. */
const wheelTilt = 28 * Math.PI / 180;

const wheel = (radius: number): BufferGeometry[] => [
  new TorusGeometry(radius, 0.014, 10, 40).rotateY(Math.PI / 2),
  new CylinderGeometry(0.012, 0.012, 2 * radius, 10),
  new CylinderGeometry(0.022, 0.022, 0.3, 12).rotateZ(Math.PI / 2).translate(0.15, 0, 0),
];

function desk(x: Range, y: Range, top: number): Piece[] {
  const far = x[1] - 0.2;
  return [
    piece('wood', box(x, y, [top - 0.028, top])),
    ...([1, -1] as const).map(side => piece('wood', box(around(x[1] - 0.06, 0.02), around(side > 0 ? y[1] - 0.06 : y[0] + 0.06, 0.02), [0, top - 0.028]))),
    piece('screen', box(around(far, 0.012), [-0.27, 0.27], [top + 0.1, top + 0.44])), piece('screen', box(around(far + 0.02, 0.012), [-0.03, 0.03], [top, top + 0.12])),
    piece('screen', box(around(far, 0.08), [-0.11, 0.11], [top, top + 0.012])), piece('screen', box([x[0] + 0.09, x[0] + 0.23], [-0.21, 0.21], [top, top + 0.016])),
  ];
}

/** What hangs on the body: straps through their points, weights in the hand. Null for what does not. */
export function held(prop: Prop, frames: Frames, scale: number): Piece | null {
  const world = ([body, x, y, z]: readonly [number, number, number, number]): Vec => {
    const at: Vec = [x * scale, y * scale, z * scale];
    return body < 0 ? at : add(frames.at[body]!, apply(frames.turn[body]!, at));
  };
  if (prop.through) {
    const points = prop.through.map(world);
    if (prop.is === 'stick') return { tone: 'wood', geometry: rod(points, 0.014 * scale, prop.length === undefined ? 0.1 * scale : 0), edges: null };
    return { tone: 'strap', geometry: rod(points, (prop.is === 'towel' ? 0.016 : 0.009) * scale, 0), edges: null };
  }
  if (!prop.in) return null;
  if (prop.is === 'phone') {
    const turn = frames.turn[prop.in[0]]!, axis = (along: Vec): Vector3 => new Vector3(...apply(turn, along));
    const place = new Matrix4().makeBasis(axis([1, 0, 0]), axis([0, 1, 0]), axis([0, 0, 1])).setPosition(...world(prop.in));
    return piece('screen', box([-0.037, 0.037], around(Math.sign(prop.in[2]) * 0.016, 0.004), [-0.115, 0.035]).scale(scale, scale, scale).applyMatrix4(place));
  }
  const [x, y, z] = world(prop.in), r = (prop.radius ?? (prop.is === 'bag' ? 0.12 : 0.055)) * scale;
  if (prop.is === 'bag') return { ...piece('weight', box([x - 1.3 * r, x + 1.3 * r], [y - 0.5 * r, y + 0.5 * r], [z - 2.2 * r, z - 0.2 * r])) };
  const bar = apply(frames.turn[prop.in[0]]!, [1, 0, 0]), ends = [-1, 1].map(side => add([x, y, z], scaled(bar, side * 1.6 * r))) as [Vec, Vec];
  return { tone: 'weight', geometry: joined([rod(ends, 0.35 * r, 0), ...ends.map(end => rod([add(end, scaled(bar, -0.35 * r)), add(end, scaled(bar, 0.35 * r))], r, 0))]), edges: null };
}

const around = (middle: number, half: number): Range => [middle - half, middle + half];

const box = (x: Range, y: Range, z: Range): BufferGeometry =>
  new BoxGeometry(x[1] - x[0], y[1] - y[0], z[1] - z[0]).translate((x[0] + x[1]) / 2, (y[0] + y[1]) / 2, (z[0] + z[1]) / 2);

const piece = (tone: Tone, geometry: BufferGeometry): Piece => ({ tone, geometry, edges: new EdgesGeometry(geometry, 30) });

/** A pipe along points, closed at both ends, longer by a little at each. */
function rod(points: readonly Vec[], radius: number, longer: number): BufferGeometry {
  const last = points.length - 1, sides = 8, position: number[] = [], normal: number[] = [], index: number[] = [];
  const path = points.map((p, i) => longer && (i === 0 || i === last) ? add(p, scaled(direction(less(p, points[i === 0 ? 1 : last - 1]!)), longer)) : p);
  path.forEach((p, i) => {
    const way = direction(less(path[Math.min(last, i + 1)]!, path[Math.max(0, i - 1)]!)), u = direction(cross(way, Math.abs(way[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0])), v = cross(way, u);
    for (let a = 0; a < sides; a++) {
      const out = add(scaled(u, Math.cos(2 * Math.PI * a / sides)), scaled(v, Math.sin(2 * Math.PI * a / sides)));
      position.push(...add(p, scaled(out, radius)));
      normal.push(...out);
    }
  });
  for (let i = 0; i < last; i++)
    for (let a = 0; a < sides; a++) {
      const k = i * sides, b = (a + 1) % sides;
      index.push(k + a, k + b, k + sides + a, k + b, k + sides + b, k + sides + a);
    }
  for (let a = 1; a + 1 < sides; a++) index.push(0, a + 1, a, last * sides, last * sides + a, last * sides + a + 1);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('normal', new Float32BufferAttribute(normal, 3));
  geometry.setIndex(index);
  return geometry;
}

function joined(all: readonly BufferGeometry[]): BufferGeometry {
  const position: number[] = [], normal: number[] = [], index: number[] = [];
  for (const one of all) {
    const first = position.length / 3;
    position.push(...one.getAttribute('position').array);
    normal.push(...one.getAttribute('normal').array);
    index.push(...[...one.getIndex()!.array].map(i => i + first));
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setAttribute('normal', new Float32BufferAttribute(normal, 3));
  geometry.setIndex(index);
  return geometry;
}
