// Draws one figure. It is told joint rotations; everything it knows of the body came in files from the server.
import {
  BackSide, BufferAttribute, BufferGeometry, DoubleSide, EqualStencilFunc, FrontSide, Group, IncrementStencilOp, Mesh, Scene, Vector3, WebGLRenderer,
  type DataTexture, type RawShaderMaterial,
} from 'three';
import { Eye } from './camera';
import type { Colours } from './colours';
import { boneTexture, dispose, Paints, type Uniforms } from './materials';
import { outline as outlineOf, type Mesh as Skin } from './mesh';
import type { Prop } from './motion';
import type { Line, Muscles } from './muscles';
import type { Frames, Pose } from './rig';
import { Ropes } from './ropes';
import * as shaders from './shaders';
import { Things } from './things';
import { direction, less, long } from './turns';

/** Of what is drawn beside the body: all of it, no shadow, no outline either, and fewer pixels. */
export const plainest = 3;

export class FigureScene {
  readonly eye = new Eye();
  readonly renderer: WebGLRenderer;
  frames!: Frames;
  private readonly scene = new Scene();
  private readonly geometry = new BufferGeometry();
  private readonly carried: Float32Array;
  private readonly ghosts: Float32Array;
  private readonly bones: DataTexture;
  private readonly ghostBones: DataTexture;
  private readonly reach = { value: 0.001 };
  private readonly thin = { value: 0.0006 };
  private readonly ground = { value: 0 };
  private readonly rests = { value: 0 };
  private readonly shadow: Mesh;
  private readonly outline: Mesh;
  private readonly skin: Mesh;
  private readonly ghost = new Group();
  private readonly paints = new Paints();
  private readonly things: Things;
  private readonly ropes: Ropes;
  private points: number[][] = [];

  constructor(canvas: HTMLCanvasElement, readonly mesh: Skin, antialias: boolean) {
    this.renderer = new WebGLRenderer({ canvas, antialias, alpha: true, stencil: true, powerPreference: 'low-power' });
    this.renderer.setClearColor(0x000000, 0);
    this.renderer.info.autoReset = true;
    const { rig } = mesh, g = this.geometry;
    for (const [name, array, size] of [['position', mesh.position, 3], ['normal', mesh.normal, 3], ['canon', mesh.canon, 3], ['frames', mesh.frames, 4]] as const)
      g.setAttribute(name, new BufferAttribute(array, size));
    g.setAttribute('weights', new BufferAttribute(mesh.weights, 4, true));
    g.setIndex(new BufferAttribute(mesh.corners, 1));
    [this.carried, this.bones] = boneTexture(rig.count);
    [this.ghosts, this.ghostBones] = boneTexture(rig.count);

    const bones = { value: this.bones };
    this.skin = this.add(g, this.paints.material(shaders.body.vertex, shaders.body.fragment, FrontSide, { bones, scale: { value: rig.scale }, wash: { value: 0 }, rests: this.rests, ...this.limbs() },
      { cSkin: 'skin', cTop: 'top', cShorts: 'shorts', cSocks: 'socks', cHair: 'hair', ink: 'ink', shade: 'shade' }), 0);
    this.outline = this.add(g, this.paints.material(shaders.outline.vertex, shaders.outline.fragment, BackSide, { bones, reach: this.reach, opacity: { value: 1 } }, { tint: 'ink' }), 1);
    const dark = this.paints.material(shaders.shadow.vertex, shaders.shadow.fragment, DoubleSide, { bones, ground: this.ground, opacity: { value: 0.13 } }, { tint: 'shadow' });
    // Each pixel is darkened once, however many parts of the body lie over it.
    Object.assign(dark, { transparent: true, depthWrite: false, stencilWrite: true, stencilRef: 0, stencilFunc: EqualStencilFunc, stencilZPass: IncrementStencilOp });
    this.shadow = this.add(g, dark, -2);
    this.makeGhost();
    this.things = new Things(this.paints, rig.scale);
    this.ropes = new Ropes(this.paints, mesh, this.bones, this.thin);
    this.scene.add(this.things.group, this.ghost, this.ropes.group);
    this.ghost.visible = false;
  }

  /** How much is drawn: see {@link plainest}. */
  set quality(level: number) {
    this.shadow.visible = level < 1;
    this.outline.visible = level < 2;
  }

  size(width: number, height: number, ratio: number): void {
    const { domElement: canvas } = this.renderer;
    if (canvas.width === Math.floor(width * ratio) && canvas.height === Math.floor(height * ratio)) return;
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(width, height, false);
    // Outlines keep their width on the page.
    const px = 2 * Math.tan(11 * Math.PI / 180) / height;
    this.reach.value = 1.55 * px;
    this.thin.value = 1.1 * px;
  }

  paint(colours: Colours): void {
    this.paints.paint(this.scene, colours);
  }

  /** Which muscles are drawn as bands, and whether the body is shown with its spine in it: then it is a plain pale shape. */
  setMuscles(muscles: Muscles, shown: readonly Line[], inside: boolean): void {
    this.ropes.set(muscles, shown, inside);
    (this.skin.material as RawShaderMaterial).uniforms['wash']!.value = inside ? 0.94 : 0;
  }

  /** Of a line, 0 to 1; from the next pose on. */
  setTension(tension: (line: Line) => number): void {
    this.ropes.pull(tension);
  }

  /** Per level from below, 0 to 1. */
  setLoads(loads: readonly number[]): void {
    this.ropes.load(loads);
  }

  closeEyes(closed: boolean): void {
    this.rests.value = closed ? 1 : 0;
  }

  setProps(props: readonly Prop[]): void {
    this.things.set(props);
    this.ground.value = this.things.ground;
  }

  /** @param places Where each prop is now, if it moves. */
  pose(pose: Pose, places: readonly (readonly number[] | undefined)[]): void {
    const { rig } = this.mesh;
    this.frames = rig.place(pose);
    rig.carry(this.frames, this.carried);
    this.bones.needsUpdate = true;
    this.ropes.place(this.carried);
    this.things.place(places, this.frames);
  }

  setGhost(pose: Pose | null): void {
    this.ghost.visible = pose !== null;
    if (!pose) return;
    this.mesh.rig.carry(this.mesh.rig.place(pose), this.ghosts);
    this.ghostBones.needsUpdate = true;
  }

  /** What must be in the picture: the skin in these poses, and the props. */
  hold(poses: readonly Pose[]): void {
    const { rig } = this.mesh, carry = new Float32Array(12 * rig.count);
    this.points = poses.flatMap(pose => {
      rig.carry(rig.place(pose), carry);
      return outlineOf(this.mesh, carry, 17);
    });
    this.points.push(...this.things.corners(this.points));
  }

  draw(aspect: number): void {
    this.eye.frame(this.points, aspect);
    this.things.see(this.eye.towards);
    this.renderer.render(this.scene, this.eye.camera);
  }

  dispose(): void {
    this.things.dispose();
    this.ropes.dispose();
    dispose(this.ghost);
    this.geometry.dispose();
    this.bones.dispose();
    this.ghostBones.dispose();
    this.renderer.dispose();
  }

  private makeGhost(): void {
    const bones = { value: this.ghostBones };
    const line = this.paints.material(shaders.outline.vertex, shaders.outline.fragment, BackSide, { bones, reach: this.reach, opacity: { value: 1 } }, { tint: 'ghost-line' });
    const fill = this.paints.material(shaders.outline.vertex, shaders.outline.fragment, FrontSide, { bones, reach: { value: 0 }, opacity: { value: 1 } }, { tint: 'ghost' });
    [line, fill].forEach((material, i) => {
      material.depthWrite = false;
      const mesh = new Mesh(this.geometry, material);
      mesh.frustumCulled = false;
      mesh.renderOrder = -1 + 0.1 * i;
      this.ghost.add(mesh);
    });
  }

  private add(geometry: BufferGeometry, material: RawShaderMaterial, order: number): Mesh {
    const mesh = new Mesh(geometry, material);
    mesh.frustumCulled = false;
    mesh.renderOrder = order;
    this.scene.add(mesh);
    return mesh;
  }

  /** The lines along arm, thigh and shank by which the shader tells where a sleeve ends: at the skeleton's own stature. */
  private limbs(): Uniforms {
    const { rig } = this.mesh, uniforms: Uniforms = {};
    for (const [name, from, to] of [['arm', 'humerus_r', 'forearm_r'], ['thigh', 'femur_r', 'tibia_r'], ['shank', 'tibia_r', 'foot_r']] as const) {
      const a = rig.bind.at[rig.body(from)]!, way = less(rig.bind.at[rig.body(to)]!, a), length = long(way) / rig.scale, d = direction(way);
      uniforms[`${name}From`] = { value: new Vector3(...a).divideScalar(rig.scale) };
      uniforms[`${name}Way`] = { value: new Vector3(...d).divideScalar(length) };
    }
    return uniforms;
  }
}
