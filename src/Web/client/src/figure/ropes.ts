// Muscles as bands and, inside the body, its spine.
import { BackSide, BufferAttribute, BufferGeometry, DynamicDrawUsage, FrontSide, Group, Mesh, type DataTexture, type IUniform } from 'three';
import { dispose, type Paints } from './materials';
import type { Mesh as Skin } from './mesh';
import { Tubes, type Line, type Muscles } from './muscles';
import * as shaders from './shaders';
import { spine } from './spine';

export class Ropes {
  readonly group = new Group();
  private readonly bands = new Group();
  private readonly inner = new Group();
  private tubes: Tubes | null = null;
  private tension: (line: Line) => number = () => 1;
  private readonly loads = { value: new Array<number>(8).fill(0) };

  /** @param thin Half the width of an edge, in pixels' share of the view. */
  constructor(private readonly paints: Paints, private readonly skin: Skin, private readonly bones: DataTexture, private readonly thin: IUniform<number>) {
    this.group.add(this.bands, this.inner);
    this.inner.visible = false;
  }

  /** @param inside The spine too, and every band as a thin rope that shines through. */
  set(muscles: Muscles, shown: readonly Line[], inside: boolean): void {
    this.dispose();
    const shape = inside ? { along: 8, around: 5 } : { along: 14, around: 8 };
    const tubes = this.tubes = new Tubes(shown, shape, line => inside || line.deep ? 0.16 : 0.06, inside ? null : this.skin.rig);
    const g = new BufferGeometry();
    g.setAttribute('position', new BufferAttribute(tubes.position, 3).setUsage(DynamicDrawUsage));
    g.setAttribute('normal', new BufferAttribute(tubes.normal, 3).setUsage(DynamicDrawUsage));
    g.setAttribute('look', new BufferAttribute(tubes.look, 4).setUsage(DynamicDrawUsage));
    g.setIndex(new BufferAttribute(tubes.corners, 1));
    // Among hundreds of ropes those that do nothing are hardly there; a target alone is always seen.
    const fill = this.paints.material(shaders.muscle.vertex, shaders.muscle.fragment, FrontSide, { reach: { value: 0 }, opacity: { value: 1 }, faintest: { value: inside ? 0 : 0.5 } }, { tint: 'target', fibre: 'fibre', shade: 'shade' });
    const edge = this.paints.material(shaders.muscle.vertex, shaders.muscle.edge, BackSide, { reach: this.thin, opacity: { value: 1 }, faintest: { value: 0.1 } }, { tint: 'target-edge' });
    fill.transparent = edge.transparent = true;
    // Inside a pale body gold alone is seen best: dark edges of hundreds of ropes would grey it.
    for (const [material, order] of inside ? [[fill, 4]] as const : [[edge, 3], [fill, 4]] as const) {
      const mesh = new Mesh(g, material);
      mesh.renderOrder = order;
      mesh.frustumCulled = false;
      this.bands.add(mesh);
    }
    this.inner.visible = inside;
    if (!inside) return;
    const bones = this.paints.material(shaders.bone.vertex, shaders.bone.fragment, FrontSide, { bones: { value: this.bones }, loads: this.loads }, { tint: 'bone', disc: 'disc', strong: 'disc-loaded', shade: 'shade' });
    const mesh = new Mesh(spine(this.skin.rig, muscles.levels), bones);
    mesh.frustumCulled = false;
    mesh.renderOrder = 2;
    this.inner.add(mesh);
  }

  /** Of a line, 0 to 1: how wide and solid it is drawn. */
  pull(tension: (line: Line) => number): void {
    this.tension = tension;
  }

  /** Per level from below, 0 to 1. */
  load(loads: readonly number[]): void {
    this.loads.value = Array.from({ length: 8 }, (_, i) => Math.min(1, Math.max(0, loads[i] ?? 0)));
  }

  place(carried: Float32Array): void {
    if (!this.tubes) return;
    this.tubes.place(carried, this.tension);
    for (const mesh of this.bands.children as Mesh[])
      for (const name of ['position', 'normal', 'look']) (mesh.geometry.getAttribute(name) as BufferAttribute).needsUpdate = true;
  }

  dispose(): void {
    dispose(this.bands);
    dispose(this.inner);
    this.tubes = null;
  }
}
