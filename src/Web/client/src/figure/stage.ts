// The canvas of a figure, what is drawn on it and when: from the first file of a skin to the end.
import { onTheme, readColours } from './colours';
import { handle, type Handled } from './hands';
import { readMesh } from './mesh';
import { Painter } from './painter';
import { isSoftware, Quality } from './quality';
import { FigureScene } from './scene';

/** The figure that stands on it. */
export interface Player extends Handled {
  /** Moves on, if it plays, and says whether it does. */
  forward(now: number): boolean;
  rest(): void;
  pause(): void;
  stand(): void;
}

export class Stage {
  scene: FigureScene | null = null;
  painter: Painter | null = null;
  private canvas: HTMLCanvasElement | null = null;
  private shown = false;
  private clean: (() => void)[] = [];

  constructor(private readonly host: HTMLElement, private readonly player: Player) {}

  get seen(): boolean { return this.shown; }
  set seen(seen: boolean) {
    this.shown = seen;
    if (this.painter) this.painter.seen = seen;
  }

  /** Of this skin, in place of another. */
  open(file: ArrayBuffer): FigureScene {
    this.end();
    const { host, player } = this, software = isSoftware(), canvas = document.createElement('canvas'), place = host.querySelector<HTMLElement>('.figure-stage') ?? host;
    this.canvas = canvas;
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', host.dataset['label'] ?? '');
    place.prepend(canvas);
    const scene = this.scene = new FigureScene(canvas, readMesh(file), !software);
    this.painter = new Painter(scene, place, new Quality(software), now => player.forward(now), () => player.rest());
    scene.paint(readColours(host));
    handle(canvas, player);
    this.watch(canvas, place);
    this.painter.resize();
    this.painter.seen = this.shown;
    host.toggleAttribute('data-ready', true);
    return scene;
  }

  close(): void {
    this.end();
    this.scene = this.canvas = this.painter = null;
    this.host.toggleAttribute('data-ready', false);
  }

  private end(): void {
    for (const undo of this.clean.splice(0)) undo();
    this.painter?.stop();
    this.scene?.dispose();
    this.canvas?.remove();
  }

  private watch(canvas: HTMLCanvasElement, place: HTMLElement): void {
    const { host, player } = this;
    canvas.addEventListener('webglcontextlost', event => {
      event.preventDefault();
      player.pause();
      host.toggleAttribute('data-ready', false);
    });
    canvas.addEventListener('webglcontextrestored', () => {
      host.toggleAttribute('data-ready', true);
      player.stand();
    });
    const resized = new ResizeObserver(() => this.painter?.resize()), shown = (): void => this.painter?.ask();
    resized.observe(place);
    document.addEventListener('visibilitychange', shown);
    this.clean.push(() => resized.disconnect(), () => document.removeEventListener('visibilitychange', shown), onTheme(() => {
      this.scene?.paint(readColours(host));
      this.painter?.ask();
    }));
  }
}
