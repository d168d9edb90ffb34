// What the scene's parts share: materials with the page's colours, textures of joints, and how they are given back.
import { DataTexture, FloatType, GLSL3, LineSegments, Mesh, RawShaderMaterial, RGBAFormat, Vector3, type IUniform, type Object3D, type Side } from 'three';
import type { Colour, Colours, Rgb } from './colours';

export type Uniforms = Record<string, IUniform>;

/** Makes materials and paints them all when the page turns dark or light. */
export class Paints {
  private colours: Colours | null = null;

  material(vertexShader: string, fragmentShader: string, side: Side, uniforms: Uniforms, tints: Record<string, Colour>): RawShaderMaterial {
    const own: Uniforms = { ...uniforms }, none: Rgb = [0, 0, 0];
    for (const [name, colour] of Object.entries(tints)) own[name] = { value: new Vector3(...(this.colours?.[colour] ?? none)) };
    const material = new RawShaderMaterial({ glslVersion: GLSL3, vertexShader, fragmentShader, side, uniforms: own });
    material.userData = tints;
    return material;
  }

  paint(all: Object3D, colours: Colours): void {
    this.colours = colours;
    all.traverse(one => {
      if (!(one instanceof Mesh || one instanceof LineSegments)) return;
      const { uniforms, userData } = one.material as RawShaderMaterial;
      for (const [name, colour] of Object.entries(userData as Record<string, Colour>)) uniforms[name]!.value = new Vector3(...colours[colour]);
    });
  }
}

export function boneTexture(count: number): [Float32Array, DataTexture] {
  const data = new Float32Array(12 * count);
  return [data, new DataTexture(data, 3, count, RGBAFormat, FloatType)];
}

export function dispose(group: Object3D): void {
  group.traverse(one => {
    if (one instanceof Mesh || one instanceof LineSegments) {
      one.geometry.dispose();
      (one.material as RawShaderMaterial).dispose();
    }
  });
  group.clear();
}
