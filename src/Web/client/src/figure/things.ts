// What the person sits, lies or leans on, or holds.
import { FrontSide, Group, LineSegments, Mesh, type RawShaderMaterial } from 'three';
import { dispose, type Paints } from './materials';
import type { Prop } from './motion';
import { held, pieces, type Piece } from './props';
import type { Frames } from './rig';
import * as shaders from './shaders';

export class Things {
  readonly group = new Group();
  private readonly standing = new Group();
  private readonly hanging = new Group();
  private readonly seeThrough: { material: RawShaderMaterial; normal: readonly [number, number] }[] = [];
  private props: readonly Prop[] = [];

  /** @param scale Of the person: things grow with them. */
  constructor(private readonly paints: Paints, private readonly scale: number) {
    this.group.add(this.standing, this.hanging);
  }

  /** Height of the mat; 0 where there is none. */
  get ground(): number {
    return (this.props.find(prop => prop.is === 'mat')?.top ?? 0) * this.scale;
  }

  set(props: readonly Prop[]): void {
    this.dispose();
    this.props = props;
    this.seeThrough.length = 0;
    for (const [index, prop] of props.entries()) {
      const group = new Group();
      group.userData['index'] = index;
      for (const piece of pieces(prop, prop.at?.[0])) this.add(group, piece, prop);
      group.scale.setScalar(this.scale);
      this.standing.add(group);
    }
  }

  /** @param places Where each is now, if it moves. */
  place(places: readonly (readonly number[] | undefined)[], frames: Frames): void {
    for (const group of this.standing.children) {
      const index = group.userData['index'] as number, place = places[index], from = this.props[index]!.at?.[0];
      if (place && from) group.position.set(...[0, 1, 2].map(c => ((place[c] ?? 0) - (from[c] ?? 0)) * this.scale) as [number, number, number]);
    }
    this.hang(frames);
  }

  /** Corners that must be in the picture, beside the body's own points. */
  corners(body: readonly (readonly number[])[]): number[][] {
    const k = this.scale, least = (c: number): number => Math.min(...body.map(p => p[c]!)), most = (c: number): number => Math.max(...body.map(p => p[c]!));
    const points: number[][] = [];
    for (const prop of this.props)
      for (const place of prop.at ?? [[]])
        for (const piece of pieces(prop, place)) {
          piece.geometry.computeBoundingBox();
          const { min, max } = piece.geometry.boundingBox!;
          // A mat or a wall may be cut off where nobody is.
          const clip = (v: number, c: number): number => ['mat', 'wall', 'bed', 'door'].includes(prop.is) ? Math.min(most(c) + 0.08, Math.max(least(c) - 0.08, v)) : v;
          for (const x of [min.x, max.x]) for (const y of [min.y, max.y]) for (const z of [min.z, max.z]) points.push([clip(k * x, 0), clip(k * y, 1), clip(k * z, 2)]);
          piece.geometry.dispose();
          piece.edges?.dispose();
        }
    return points;
  }

  /** A wall between the eye and the person is drawn as glass. */
  see([x, y]: readonly [number, number]): void {
    for (const { material, normal } of this.seeThrough) {
      const before = normal[0] * x + normal[1] * y < -0.05;
      material.uniforms['opacity']!.value = before ? 0.14 : 1;
      Object.assign(material, { transparent: before, depthWrite: !before });
    }
  }

  dispose(): void {
    dispose(this.standing);
    dispose(this.hanging);
  }

  /** Straps and weights follow the body: their shapes are made anew, the rest stays. */
  private hang(frames: Frames): void {
    let at = 0;
    for (const prop of this.props) {
      const piece = held(prop, frames, this.scale);
      if (!piece) continue;
      const mesh = this.hanging.children[at++] as Mesh | undefined;
      if (!mesh) this.add(this.hanging, { ...piece, edges: null }, prop);
      else {
        mesh.geometry.dispose();
        mesh.geometry = piece.geometry;
      }
    }
  }

  private add(group: Group, piece: Piece, prop: Prop): void {
    const material = this.paints.material(shaders.prop.vertex, shaders.prop.fragment, FrontSide, { opacity: { value: 1 } }, { tint: piece.tone, shade: 'shade' });
    group.add(new Mesh(piece.geometry, material));
    if (prop.is === 'wall') {
      const angle = { forward: 0, left: Math.PI / 2, back: Math.PI, right: -Math.PI / 2 }[prop.faces];
      this.seeThrough.push({ material, normal: [Math.cos(angle), Math.sin(angle)] });
    }
    if (piece.edges) group.add(new LineSegments(piece.edges, this.paints.material(shaders.prop.edgeVertex, shaders.outline.fragment, FrontSide, { opacity: { value: 0.7 } }, { tint: 'edge' })));
  }
}
