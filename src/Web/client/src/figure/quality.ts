// How much is drawn. It begins with all a machine is likely to hold, and takes away what costs most until thirty frames a second are held.
import { plainest } from './scene';

/** Frames to look at before anything is taken away, and how long one may take. */
const first = 10, most = 1000 / 31;

/** True where a program draws in place of a graphics chip. */
export function isSoftware(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return true;
  const told = gl.getExtension('WEBGL_debug_renderer_info'), name = String(gl.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}

export class Quality {
  level = 0;
  private times: number[] = [];
  private last = 0;

  constructor(private readonly software: boolean) {}

  /** Pixels a page pixel: fewer where nothing else is left to take away, and more once it stands still, since one picture may take its time. */
  ratio(still: boolean): number {
    if (still) return Math.max(2, Math.min(3, devicePixelRatio));
    const own = this.software ? 1 : Math.min(2, devicePixelRatio);
    return this.level >= plainest ? own * 0.7 : own;
  }

  /** Called with the time of every frame of a run. True where something was taken away. */
  frame(now: number): boolean {
    const took = now - this.last;
    this.last = now;
    // A pause between runs is no slow frame.
    if (took > 500) return false;
    this.times.push(took);
    if (this.times.length < first) return false;
    const middle = this.times.sort((a, b) => a - b)[first >> 1]!;
    this.times = [];
    if (middle <= most || this.level >= plainest) return false;
    this.level++;
    return true;
  }

  restart(): void {
    this.last = 0;
    this.times = [];
  }
}
