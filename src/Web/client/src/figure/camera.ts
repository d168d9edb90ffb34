// Where the eye is. Yaw 0 looks at the right side, 90 at the front; degrees.
import { PerspectiveCamera } from 'three';

const angles: Record<string, readonly [number, number]> = {
  side: [0, 4], 'other-side': [180, 4], 'side-left': [180, 4], front: [90, 4], back: [-90, 4], 'three-quarter': [38, 14], 'three-quarter-back': [-40, 14], top: [0, 78],
};
const open = 22;

export class Eye {
  readonly camera = new PerspectiveCamera(open, 4 / 3, 0.05, 30);
  yaw = 38;
  pitch = 14;

  /** A named view, or "38 16": degrees to the left and up.
   *  @param left The mirror image is shown: the eye goes to the other side with it. */
  look(view: string, left = false): void {
    const [yaw, pitch] = angles[view] ?? view.split(' ').map(Number);
    if (Number.isFinite(yaw) && Number.isFinite(pitch)) [this.yaw, this.pitch] = [left ? 180 - yaw! : yaw!, pitch!];
  }

  turn(yaw: number, pitch: number): void {
    this.yaw = (this.yaw + yaw + 540) % 360 - 180;
    this.pitch = Math.min(85, Math.max(1, this.pitch + pitch));
  }

  /** As near as it can be with every point still in the picture. */
  frame(points: readonly (readonly number[])[], aspect: number): void {
    const yaw = this.yaw * Math.PI / 180, pitch = this.pitch * Math.PI / 180, c = Math.cos(pitch), s = Math.sin(pitch);
    const eye = [Math.sin(yaw) * c, -Math.cos(yaw) * c, s], right = [Math.cos(yaw), Math.sin(yaw), 0], up = [-Math.sin(yaw) * s, Math.cos(yaw) * s, c];
    const on = (axis: number[], p: readonly number[]): number => axis[0]! * p[0]! + axis[1]! * p[1]! + axis[2]! * p[2]!;
    const tall = Math.tan(open / 2 * Math.PI / 180) * 0.93, wide = tall * aspect;
    // The picture's middle is moved until the point that asks for most room is alike on both sides.
    let [x, y, away] = [0, 0, 0];
    for (const axis of [0, 1] as const) {
      const along = axis === 0 ? right : up, half = axis === 0 ? wide : tall;
      let low = -Infinity, high = -Infinity;
      for (const p of points) {
        const q = on(along, p), depth = half * on(eye, p);
        high = Math.max(high, q + depth);
        low = Math.max(low, depth - q);
      }
      const middle = (high - low) / 2;
      if (axis === 0) x = middle; else y = middle;
      away = Math.max(away, (high - middle) / half);
    }
    const { camera } = this;
    camera.position.set(...[0, 1, 2].map(k => right[k]! * x + up[k]! * y + eye[k]! * away) as [number, number, number]);
    camera.up.set(0, 0, 1);
    camera.lookAt(camera.position.x - eye[0]!, camera.position.y - eye[1]!, camera.position.z - eye[2]!);
    camera.aspect = aspect;
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
  }

  /** Horizontal direction towards the eye. */
  get towards(): readonly [number, number] {
    const yaw = this.yaw * Math.PI / 180;
    return [Math.sin(yaw), -Math.cos(yaw)];
  }
}
