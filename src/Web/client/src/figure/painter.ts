// When a figure is drawn: once for each change, on and on while it plays, never out of sight; finer once it has come to rest.
import { Quality } from './quality';
import type { FigureScene } from './scene';

export class Painter {
  /** Frames so far. */
  drawn = 0;
  private asked = 0;
  private finely = false;
  private settling = 0;
  private shown = false;

  /** @param forward Moves the figure on, if it plays, and says whether it does. */
  constructor(private readonly scene: FigureScene, private readonly stage: HTMLElement, readonly quality: Quality, private readonly forward: (now: number) => boolean, private readonly rest: () => void) {}

  set seen(seen: boolean) {
    this.shown = seen;
    this.ask();
  }

  /** Something is different: one frame is drawn, quickly. */
  change(): void {
    if (this.finely) {
      this.finely = false;
      this.resize();
    }
    this.ask();
  }

  /** For one frame. */
  ask(): void {
    if (this.asked || !this.shown || document.hidden) return;
    this.asked = requestAnimationFrame(now => {
      this.asked = 0;
      this.frame(now);
    });
  }

  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.stage;
    if (width && height) this.scene.size(width, height, this.quality.ratio(this.finely));
    this.ask();
  }

  stop(): void {
    clearTimeout(this.settling);
    cancelAnimationFrame(this.asked);
    this.asked = 0;
    this.shown = false;
  }

  private frame(now: number): void {
    if (!this.shown || document.hidden) return this.rest();
    const plays = this.forward(now);
    if (plays && this.quality.frame(now)) this.resize();
    this.scene.quality = this.finely ? 0 : this.quality.level;
    this.scene.draw(this.stage.clientWidth / Math.max(1, this.stage.clientHeight));
    this.drawn++;
    if (plays) this.ask();
    else if (!this.finely) this.settle();
  }

  /** Once nothing has changed for a moment it is drawn again, with finer edges. */
  private settle(): void {
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => {
      this.finely = true;
      this.resize();
    }, 180);
  }
}
