// <mainstay-session>: a session that keeps time by the clock, records move by move, and loses nothing.
import { Awake, hush, readWishes, Sounds, vibrate, type Wishes } from './aids';
import { Board, type Now } from './board';
import { Clock } from './clock';
import { listen } from './controls';
import { fitting, isOpen, mayBegin, type Ahead, type Red } from './course';
import { Flow } from './flow';
import { keptAt } from '../offline';
import { newId, nextIn, outbox } from '../outbox';
import { holdsBack, unheard } from '../sent-form';
import { leftOf, nextOf, noteEnd, noteItem, noteStart, type Outcome } from './reports';
import { standing } from './run';
import { keep, read, type State, type View as Shown } from './state';
import type { Move } from './timeline';
import { tonesAhead } from './tones';
import { isHeld, spared, unsentOf } from './unsent';
import { View } from './view';
import { Voice } from './voice';

interface Plan extends Ahead { session?: string; next: string; programme: boolean; before?: number; red: Red; rested?: boolean }

/** How often what is said, heard and advanced is looked at. The figure has every frame. */
const beat = 200;

export class MainstaySession extends HTMLElement {
  private readonly clock = new Clock();
  private readonly sounds = new Sounds();
  private readonly awake = new Awake();
  private readonly wishes: Wishes = readWishes();
  private view!: View;
  private board!: Board;
  private voice!: Voice;
  private flow: Flow | null = null;
  private shown: Shown | null = null;
  /** The moves are as the app has them with the pain just before. */
  private known = false;
  private beatId = 0;
  private frameId = 0;
  private unlisten: () => void = () => undefined;

  connectedCallback(): void {
    this.view = new View(this);
    this.board = new Board(this.view, this.wishes);
    this.voice = new Voice(this.view, this.wishes);
    const plan = JSON.parse(this.dataset['plan'] ?? 'null') as Plan | null;
    if (!plan) return;
    this.listen(plan);
    const kept = read(this.clock.now());
    if (kept && (keptAt() || plan.session === kept.session || (plan.session === undefined && kept.moves.some(move => plan.moves.some(other => other.id === move.id)) && kept.programme === plan.programme))) this.resume(kept, plan);
    else if (plan.session !== undefined) {
      const at = plan.moves.findIndex(move => isOpen(move, saidOf(plan.moves)));
      if (at >= 0) this.begin(plan, plan.session, plan.before ?? null, at);
    }
  }

  disconnectedCallback(): void {
    clearInterval(this.beatId);
    cancelAnimationFrame(this.frameId);
    this.unlisten();
    this.sounds.close();
    hush();
    void this.awake.want(false);
  }

  /** For tests: where the time stands, in seconds left of the phase. */
  get left(): number { return this.flow?.place?.left ?? 0; }

  // Beginning and going on.

  private of(state: State): Flow {
    return this.flow = new Flow(state, {
      now: () => this.clock.now(), free: () => this.wishes.free,
      felt: () => ({ worst: this.view.scale('worst'), moved: this.view.ticked('moved'), leg: this.view.ticked('leg') }),
      note: (report, red) => void noteItem(state.session, report).then(sent => this.flow?.obey(nextOf(sent, red))),
      turned: () => this.turned(), asked: () => this.asked(), changed: () => this.changed(),
    });
  }

  /** It has begun, here or on the page before. Time stands until somebody presses the button. */
  private begin(plan: Plan, session: string, before: number | null, at = 0): Flow {
    const { programme, red, rested = false } = plan, { moves, others, gentle } = fitting(plan, before), said = saidOf(moves);
    this.known = plan.session === session;
    const flow = this.of({ session, programme, before, red, began: this.clock.now(), moves, others, at, view: 'run', run: standing(), light: null, said, gentle, rested, next: null });
    this.open();
    flow.turn(at);
    if (!moves.some(move => isOpen(move, said))) flow.finish();
    return flow;
  }

  private resume(state: State, plan: Plan): void {
    if (state.view === 'stop' && !keptAt()) return void this.cleared(state, plan);
    const flow = this.of(state);
    this.open();
    this.board.move(this.now(flow));
    this.known = plan.session === state.session && !keptAt();
    if (this.known) flow.adopt(plan.moves, plan.others);
    this.show();
    if (flow.playing) this.planSounds();
    this.check();
    void heldBack(state.red).then(held => { if (held) flow.obey('/new'); });
  }

  /** The app shows the moves, so what stopped them is settled: unless it has not heard of it yet. */
  private async cleared(state: State, plan: Plan): Promise<void> {
    if ((await outbox.waiting()).some(unheard)) {
      const stopped = this.of(state);
      this.open();
      this.show();
      await outbox.flush();
      const still = (await outbox.waiting()).filter(unheard);
      if (still.length === 0) location.reload();
      else stopped.obey(still.some(one => one.refused !== undefined) ? '/new' : state.next);
    } else if (plan.session === state.session) {
      this.of(state);
      this.open();
      this.known = true;
      this.flow!.adopt(plan.moves, plan.others);
      this.flow!.clear();
    } else keep(null);
  }

  /** The app has heard how strong the pain is just before: what it leaves holds. */
  private async learn(): Promise<void> {
    const { flow } = this, plan = flow && !this.known ? await leftOf(flow.state.session) : null;
    if (!plan || this.flow !== flow || this.known) return;
    this.known = true;
    flow!.adopt(plan.moves, plan.others);
  }

  private open(): void {
    this.view.open();
    void import('../figure/element');
    this.beatId ||= window.setInterval(() => this.check(), beat);
  }

  private async start(form: HTMLFormElement, plan: Plan, isNew: boolean): Promise<void> {
    const chosen = form.querySelector<HTMLInputElement>('input[name="pain"]:checked'), pain = chosen ? Number(chosen.value) : null;
    if (pain === null && !isNew) {
      const missing = form.querySelector<HTMLElement>('[data-missing]');
      if (missing) missing.hidden = false;
      form.querySelector<HTMLInputElement>('input[name="pain"]')?.focus();
      return;
    }
    this.sounds.wake();
    if (!isNew && await heldBack(plan.red)) return this.stopped(plan, plan.next, pain);
    // A page that was kept may have begun a session before. What waits is read before this one adds to it.
    const earlier = await outbox.waiting();
    const session = keptAt() ? newId() : plan.next, starting = noteStart(session, plan.moves.map(move => move.id), pain, isNew, plan.programme);
    if (isNew) return (await starting).here === 0 ? location.assign('/new?said=new') : this.stopped(plan, session, pain);
    const flow = this.begin(spared(plan, unsentOf(earlier), this.clock.now()), session, pain);
    if (flow.state.view === 'run') {
      flow.go();
      scrollTo(0, 0);
      this.view.focus('[data-do="play"]');
    }
    const sent = await starting;
    // Now the app knows it: a reload finds it under its own address.
    if (sent.here === 0) history.replaceState(null, '', `/session/${session}`);
    flow.obey(nextOf(sent));
  }

  /** Something is new before the first move, and the app has not heard of it. */
  private stopped({ programme, red, moves, others }: Plan, session: string, before: number | null): void {
    this.of({ session, programme, before, red, began: this.clock.now(), moves, others, at: 0, view: 'stop', run: standing(), light: null, said: {}, next: '/new' });
    this.open();
    this.changed();
  }

  // What hangs on the flow.

  private now(flow: Flow): Now { return { state: flow.state, move: flow.move, phases: flow.phases, time: flow.time, place: flow.place, playing: flow.playing }; }

  private turned(): void {
    this.voice.anew();
    this.view.blank('[data-panel="more"]');
    this.board.move(this.now(this.flow!));
  }

  private asked(): void {
    const { state } = this.flow!;
    this.view.focus(state.view === 'much' ? '[data-panel="more"] input[name="worst"]' : state.light === 'more' ? 'input[name="worst"]' : '[data-do="fine"]');
  }

  /** All that hangs on the time, or on what is on, is made anew. */
  private changed(): void {
    const flow = this.flow!, { view } = flow.state, isNew = view !== this.shown;
    this.shown = view;
    this.voice.from(flow.playing && flow.time > 0 ? flow.place?.index ?? -1 : -1);
    this.planSounds();
    void this.awake.want(flow.playing);
    if (view !== 'sent') keep(flow.state);
    if (isNew && view === 'end') this.ended(flow);
    this.show();
    if (isNew && view === 'ask') {
      if (this.wishes.vibrate) vibrate([200, 100, 200]);
      this.view.text('[data-say]', this.view.word('how'));
    }
    if (isNew && view === 'end') this.view.focus('[data-end-title]');
    this.check();
  }

  private ended({ state }: Flow): void {
    const early = state.next === null && state.moves.some(move => isOpen(move, state.said));
    if (state.gentle && !state.moves.some(mayBegin)) return this.view.text('[data-end-says]', this.view.word('gentle'));
    if (state.rested && !state.moves.some(mayBegin)) return this.view.text('[data-end-says]', this.view.word('rested'));
    this.view.text('[data-end-says]', this.view.word(early || state.next !== null ? 'early' : 'finished'));
    this.view.show('[data-resume]', early);
  }

  private planSounds(): void {
    if (this.flow && this.wishes.sound) this.sounds.plan(tonesAhead(this.flow.ahead()));
    else this.sounds.clear();
  }

  /** Looks at the clock: what is to be said, and whether the move is over. */
  private check(): void {
    const { flow } = this;
    if (!flow?.look()) return;
    this.voice.at(flow.place!, flow.move);
    this.board.time(this.now(flow));
    this.frame();
  }

  private frame(): void {
    const { flow } = this;
    cancelAnimationFrame(this.frameId);
    if (flow && this.board.figure(this.now(flow)) && flow.playing && !document.hidden) this.frameId = requestAnimationFrame(() => this.frame());
  }

  private show(): void {
    this.board.show(this.now(this.flow!));
    this.frame();
  }

  private async end(): Promise<void> {
    const { state } = this.flow!, { view } = this;
    const sent = await noteEnd(state.session, view.scale('after'), view.scale('effort'), Math.round((this.clock.now() - state.began) / 6000) / 10);
    keep(null);
    if (sent.here === 0) return location.assign(`/session/${state.session}`);
    const how = sent.inPage ? 'page' : sent.refusedHere ? 'refused' : 'waits';
    for (const way of ['waits', 'refused', 'page']) view.show(`[data-sent="${way}"]`, way === how);
    state.view = 'sent';
    this.changed();
    view.focus('[data-sent-title]');
  }

  // What the person does.

  private listen(plan: Plan): void {
    outbox.arrived(answer => {
      // Nobody else may wait for it: what was done without the network is sent by a timer.
      this.flow?.obey(nextIn(answer));
      void this.learn();
    });
    this.unlisten = listen(this, this.view, this.wishes, {
      toggle: () => {
        this.sounds.wake();
        this.flow?.toggle();
      },
      back: () => this.flow?.back(), skip: () => this.flow?.skip(), swap: () => this.flow?.swap(), feels: light => this.flow?.feels(light), tooMuch: () => this.flow?.tooMuch(),
      answer: () => this.flow?.answer(), end: () => void this.end(), sounds: () => this.planSounds(), goOn: () => this.flow?.goOn(),
      start: (form, isNew) => {
        if (plan.moves.length === 0) return false;
        void this.start(form, plan, isNew);
        return true;
      },
      seen: () => {
        this.awake.again();
        if (!document.hidden) this.sounds.again(() => this.planSounds());
        this.check();
        this.frame();
      },
      leave: () => this.away(),
      takesKeys: () => this.flow?.isOn ?? false,
    });
  }

  /** Leaving ends it in order: how it is now is asked first. */
  private away(): boolean {
    const { flow } = this;
    if (!flow || flow.state.view === 'sent' || flow.state.view === 'end') return true;
    if (Object.keys(flow.state.said).length === 0 && flow.time === 0 && flow.state.view !== 'stop') {
      keep(null);
      location.assign('/');
    } else flow.finish();
    return false;
  }
}

const saidOf = (moves: readonly Move[]): Record<string, Outcome> =>
  Object.fromEntries(moves.filter(move => move.report !== undefined).map(move => [move.id, move.report as Outcome]));

/** Something new was told, or a move was red, and the app has not heard of it: without the network, or because it would not take it. */
async function heldBack(red: Red): Promise<boolean> {
  const waiting = await outbox.waiting(), kept = keptAt() !== null;
  return holdsBack(waiting, kept) || isHeld(unsentOf(waiting.filter(one => kept || one.refused !== undefined)), red);
}

if (!customElements.get('mainstay-session')) customElements.define('mainstay-session', MainstaySession);
