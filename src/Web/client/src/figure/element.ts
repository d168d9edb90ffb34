// <mainstay-figure motion="…" figure="…" muscles="…">: the person in motion. What stands inside it is what a page shows without this script.
import { fetchOnce } from './bytes';
import { Clock } from './clock';
import { Controls, type Driven } from './controls';
import { Motion, poseOf, type Phase, type Prop } from './motion';
import { otherSide, readMuscles, type Muscles } from './muscles';
import type { Painter } from './painter';
import { otherWay } from './props';
import { Pulls, told, type Course, type Tension } from './pulls';
import type { Pose } from './rig';
import type { FigureScene } from './scene';
import { Stage, type Player } from './stage';

export class MainstayFigure extends HTMLElement implements Player, Driven {
  static readonly observedAttributes = ['motion', 'figure', 'muscles', 'muscle-lines', 'side', 'poses', 'props', 'view', 'tension', 'discs', 'course'];

  private readonly stage = new Stage(this, this);
  private readonly clock = new Clock();
  private controls: Controls | null = null;
  private current: Motion | null = null;
  private muscleData: Muscles | null = null;
  private ghostPose: Pose | null = null;
  private ghostOn = false;
  private phase: Phase | null = null;
  private stepSaid = -1;
  private readonly pulls = new Pulls();
  private clean: (() => void)[] = [];
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');
  private starting = false;
  private changed: Set<string> | null = null;

  private get scene(): FigureScene | null { return this.stage.scene; }
  private get painter(): Painter | null { return this.stage.painter; }

  // For others.

  /** Address of a motion's file. */
  get motion(): string | null { return this.getAttribute('motion'); }
  set motion(url: string | null) { if (url === null) this.removeAttribute('motion'); else this.setAttribute('motion', url); }

  /** Seconds from the start; in a still pose 0. */
  get time(): number { return this.clock.seconds; }
  set time(seconds: number) {
    this.clock.set(seconds, this.duration);
    this.stand();
  }

  get duration(): number { return this.current?.seconds ?? 0; }
  get paused(): boolean { return !this.clock.running; }

  /** Of the speed as written. */
  get speed(): number { return this.clock.rate; }
  set speed(rate: number) {
    this.clock.rate = rate;
    this.controls?.press('slow', this.clock.slow);
  }

  /** From where it stands; from the start when it is at the end. Where less motion is wished for, nothing moves by itself. */
  play(): void {
    if (!this.current || this.calm.matches) return;
    this.clock.start(this.current);
    this.painter?.quality.restart();
    this.controls?.playing(true);
    this.painter?.ask();
  }

  pause(): void {
    this.clock.running = false;
    this.controls?.playing(false);
  }

  toggle(): void {
    if (this.clock.running) this.pause();
    else this.play();
  }

  slower(): void {
    this.clock.slower();
    this.controls?.press('slow', this.clock.slow);
  }

  /** The start position beside it, and away again. */
  ghost(): void {
    this.ghostOn = !this.ghostOn;
    this.controls?.press('ghost', this.ghostOn);
    this.stand();
  }

  /** To a key position before or after this one. */
  key(by: -1 | 1): void {
    this.pause();
    this.time = this.current?.keyFrom(this.clock.seconds, by) ?? 0;
  }

  /** @param share Of the motion. */
  scrub(share: number): void {
    this.pause();
    this.time = share * this.duration;
  }

  /** Degrees. */
  orbit(yaw: number, pitch: number): void {
    this.scene?.eye.turn(yaw, pitch);
    this.painter?.change();
  }

  /** A named view, or "38 16": degrees to the left and up. */
  look(view: string): void {
    this.scene?.eye.look(view, this.left);
    this.painter?.change();
  }

  /** Per line or group, 0 to 1: how wide and solid it is drawn. Null: what the motion says. */
  set tension(of: Tension | null) {
    this.pulls.tension = of;
    this.stand();
  }

  /** Per disc from the lowest up, 0 to 1. */
  set discs(loads: readonly number[]) {
    this.scene?.setLoads(loads);
    this.painter?.change();
  }

  /** World places of every joint at a moment, metres: what is held against the server's. */
  jointsAt(seconds: number): Record<string, number[]> {
    if (!this.scene || !this.current) return {};
    const { rig } = this.scene.mesh, frames = rig.place(this.turn(this.current.poseAt(seconds)));
    return Object.fromEntries(rig.names.map((name, i) => [name, [...frames.at[i]!]]));
  }

  /** What was drawn so far, and how plain it is by now: for tests. */
  get state(): { frames: number; level: number; ready: boolean } {
    return { frames: this.painter?.drawn ?? 0, level: this.painter?.quality.level ?? 0, ready: this.scene !== null };
  }

  connectedCallback(): void {
    if (!this.controls) {
      this.controls = new Controls(this);
      this.controls.drive(this);
    }
    const watch = new IntersectionObserver(entries => {
      this.stage.seen = entries.at(-1)!.isIntersecting;
      if (this.stage.seen) void this.start();
    }, { rootMargin: '80px' });
    watch.observe(this);
    const calm = (): void => {
      if (this.calm.matches) this.pause();
      if (this.current) this.controls?.show(this.calm.matches ? 'keys' : 'moving');
    };
    this.calm.addEventListener('change', calm);
    this.clean.push(() => watch.disconnect(), () => this.calm.removeEventListener('change', calm));
  }

  disconnectedCallback(): void {
    this.pause();
    for (const undo of this.clean.splice(0)) undo();
    this.stage.close();
    this.controls?.hide();
  }

  /** A page may change several at once: they are looked at together. */
  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.scene || before === after) return;
    if (!this.changed) queueMicrotask(() => {
      const names = this.changed ?? new Set();
      this.changed = null;
      if (this.scene) this.follow(names);
    });
    (this.changed ??= new Set()).add(name);
  }

  private follow(names: Set<string>): void {
    this.readPulls(names);
    if (['motion', 'figure', 'muscles', 'muscle-lines', 'side'].some(name => names.has(name))) return void this.load(names.has('figure'));
    if (names.has('view')) this.look(this.getAttribute('view') ?? 'side');
    if (!this.current && (names.has('poses') || names.has('props'))) this.still(true);
    else this.stand();
  }

  /** Once, when it comes into sight. Without WebGL the server's picture stays. */
  private async start(): Promise<void> {
    if (this.starting || this.scene) return;
    this.starting = true;
    try {
      if (document.createElement('canvas').getContext('webgl2')) await this.load(true);
      else this.toggleAttribute('data-flat', true);
    } catch (error) {
      this.toggleAttribute('data-flat', true);
      console.warn(`The figure cannot move: ${String(error)}`);
    } finally {
      this.starting = false;
    }
  }

  private async load(anew: boolean): Promise<void> {
    const [motion, figure, muscles] = [this.motion, this.getAttribute('figure'), this.getAttribute('muscle-lines')];
    if (!figure) return;
    const files = await Promise.all([fetchOnce(figure), motion ? fetchOnce(motion) : null, muscles ? fetchOnce(muscles) : null]);
    if (!this.isConnected || motion !== this.motion) return;
    if (anew) this.stage.open(files[0]);
    const scene = this.scene!, was = this.current?.header.id;
    this.current = files[1] && new Motion(files[1]);
    this.muscleData = files[2] && readMuscles(files[2], scene.mesh.rig);
    const { current } = this;
    if (anew) this.readPulls(null);
    this.showMuscles();
    scene.closeEyes(current?.header.rests === 1);
    this.controls?.show(current ? this.calm.matches ? 'keys' : 'moving' : 'still');
    if (!current) {
      this.pause();
      if (anew || was) this.look(this.getAttribute('view') ?? 'side');
      return this.still(true);
    }
    scene.setProps(this.thingsOf(current.header.props));
    this.ghostPose = this.turn(current.still(0));
    scene.hold(current.header.poses.map((_, i) => this.turn(current.still(i))));
    if (anew || was !== current.header.id) {
      this.look(this.getAttribute('view') ?? current.header.views[0] ?? 'side');
      // It begins where the picture in the page stood: where the page says, else at the hold.
      this.clock.seconds = Number(this.getAttribute('start') ?? current.held);
      this.stepSaid = -1;
    }
    this.stand();
  }

  private get left(): boolean { return this.getAttribute('side') === 'left'; }

  private turn(pose: Pose): Pose {
    return this.left ? this.scene!.mesh.rig.mirror(pose) : pose;
  }

  private thingsOf(props: readonly Prop[]): readonly Prop[] {
    return this.left ? props.map(prop => otherWay(prop, this.scene!.mesh.rig.twin)) : props;
  }

  /** @param changed Of the attributes; null: they are read for the first time. */
  private readPulls(changed: Set<string> | null): void {
    const read = (name: string): boolean => changed?.has(name) ?? this.hasAttribute(name);
    if (read('tension')) this.pulls.tension = told<Tension>(this.getAttribute('tension'));
    if (read('course')) this.pulls.course = told<Course>(this.getAttribute('course'));
    if (read('discs')) this.scene?.setLoads(told<number[]>(this.getAttribute('discs')) ?? []);
  }

  private showMuscles(): void {
    if (!this.scene || !this.muscleData) return;
    const all = this.getAttribute('muscles') === 'all', targets = (this.current?.header.targets ?? []).map(id => this.left ? otherSide(id) : id);
    const shown = all ? this.muscleData.lines : this.muscleData.lines.filter(line => targets.includes(line.id));
    this.scene.setTension(line => this.pulls.drawn(line, this.clock.seconds / (this.duration || 1), all, targets.indexOf(line.id), at => this.current?.tensionOf(at, this.clock.seconds) ?? 1));
    this.scene.setMuscles(this.muscleData, shown, all);
  }

  /** Without a motion: the one pose the page gives, and perhaps another as its ghost. */
  private still(anew = false): void {
    const [pose, ghost] = (this.getAttribute('poses') ?? '').split(' ').filter(text => text).map(poseOf), { scene } = this;
    if (!scene || !pose) return;
    if (anew) {
      scene.setProps(this.thingsOf(told<Prop[]>(this.getAttribute('props')) ?? []));
      scene.hold([pose, ...(ghost ? [ghost] : [])].map(one => this.turn(one)));
    }
    scene.pose(this.turn(pose), []);
    scene.setGhost(ghost ? this.turn(ghost) : null);
    this.painter?.change();
  }

  /** Puts the body where the time says, and tells of it. */
  stand(): void {
    const { scene, current } = this;
    if (!scene) return;
    if (!current) return this.still();
    const at = current.stepAt(this.clock.seconds), now = current.header.steps[at]!, discs = this.pulls.discs(this.clock.seconds / current.seconds);
    if (discs) scene.setLoads(discs);
    scene.pose(this.turn(current.poseAt(this.clock.seconds)), current.header.props.map(prop => prop.at && current.told(prop.at, this.clock.seconds).map((x, c) => this.left && c === 1 ? -x : x)));
    scene.setGhost(this.ghostOn ? this.ghostPose : null);
    const word = this.dataset[now.phase.replace(/_(.)/, (_, c: string) => c.toUpperCase())] ?? now.phase;
    if (at !== this.stepSaid) this.controls?.says(now.say ? `${word}. ${now.say}` : word);
    this.stepSaid = at;
    this.controls?.scrub(this.clock.seconds / current.seconds, word);
    if (now.phase !== this.phase) {
      this.phase = now.phase;
      this.dispatchEvent(new CustomEvent('phase', { detail: { phase: now.phase, step: at, say: now.say, breath: now.breath, seconds: now.seconds } }));
    }
    this.painter?.change();
  }

  /** While it plays: to where it is now. */
  forward(now: number): boolean {
    const { current, clock } = this;
    if (!clock.running || !current) return false;
    const over = clock.forward(now, current, this.hasAttribute('loop'));
    this.stand();
    if (over) this.pause();
    if (over) this.dispatchEvent(new CustomEvent('ended'));
    return clock.running;
  }

  rest(): void { this.clock.rest(); }
}

if (!customElements.get('mainstay-figure')) customElements.define('mainstay-figure', MainstayFigure);
