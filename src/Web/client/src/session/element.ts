// <mainstay-session>: a session that keeps time by the clock, records move by move, and loses nothing.
import { Awake, hush, readWishes, Sounds, vibrate, type Wishes } from './aids';
import { Board, type Now } from './board';
import { Clock } from './clock';
import { listen } from './controls';
import { easierOf, nextOpen, outcomeOf, swapIn } from './course';
import { keptAt } from '../offline';
import { newId } from '../outbox';
import { nextOf, noteEnd, noteItem, noteStart, type Outcome } from './reports';
import { jump, pause, play, seconds, standing } from './run';
import { keep, read, type State } from './state';
import { done, length, timeline, where, type Move, type Phase, type Where } from './timeline';
import { tonesAfter, waits } from './tones';
import { View } from './view';
import { Voice } from './voice';

interface Plan { session?: string; next: string; programme: boolean; before?: number; moves: Move[]; others: Move[] }

/** How often what is said, heard and advanced is looked at. The figure has every frame. */
const beat = 200;
/** Hands-free: how long "How was it?" stays. */
const freeSeconds = 10;
/** Who comes back later than this after a move ended was away: it waits for a word. */
const awaySeconds = 60;

export class MainstaySession extends HTMLElement {
  private readonly clock = new Clock();
  private readonly sounds = new Sounds();
  private readonly awake = new Awake();
  private readonly wishes: Wishes = readWishes();
  private view!: View;
  private board!: Board;
  private voice!: Voice;
  private state: State | null = null;
  private phases: Phase[] = [];
  private askedAt = 0;
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
    if (kept && (keptAt() || plan.session === kept.session || (plan.session === undefined && kept.moves.some(move => plan.moves.some(other => other.id === move.id)) && kept.programme === plan.programme))) this.resume(kept);
    else if (plan.session !== undefined) {
      const at = plan.moves.findIndex(move => move.report === undefined);
      if (at >= 0 && plan.moves.length > 0) this.begin({ ...plan, session: plan.session, before: plan.before ?? null }, at);
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
  get left(): number { return this.place?.left ?? 0; }

  private get move(): Move { return this.state!.moves[this.state!.at]!; }
  private get time(): number { return seconds(this.state!.run, this.clock.now()); }
  private get place(): Where | null { return this.state ? where(this.phases, this.time) : null; }
  private get now(): Now { return { state: this.state!, move: this.move, phases: this.phases, time: this.time, place: this.place, playing: this.playing }; }
  private get playing(): boolean { return this.state?.view === 'run' && this.state.run.since !== null; }

  // Beginning and going on.

  /** It has begun, here or on the page before. Time stands until somebody presses the button. */
  private begin(of: { session: string; programme: boolean; before: number | null; moves: Move[]; others: Move[] }, at = 0): void {
    const said = Object.fromEntries(of.moves.filter(move => move.report !== undefined).map(move => [move.id, move.report as Outcome]));
    this.state = { session: of.session, programme: of.programme, before: of.before, began: this.clock.now(), moves: of.moves, others: of.others, at, view: 'run', run: standing(), light: null, said, next: null };
    this.open();
    this.turn(at);
  }

  private resume(state: State): void {
    this.state = state;
    this.open();
    this.phases = timeline(this.move);
    this.board.move(this.now);
    this.show();
    if (this.playing) this.planSounds();
    this.check();
  }

  private open(): void {
    this.view.open();
    void import('../figure/element');
    this.beatId = window.setInterval(() => this.check(), beat);
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
    // A page that was kept may have begun a session before.
    const session = keptAt() ? newId() : plan.next, starting = noteStart(session, plan.moves.map(move => move.id), pain, isNew, plan.programme);
    if (isNew) {
      this.state = { session, programme: plan.programme, before: pain, began: this.clock.now(), moves: plan.moves, others: plan.others, at: 0, view: 'stop', run: standing(), light: null, said: {}, next: '/new' };
      const sent = await starting;
      if (sent.left === 0) location.assign('/new?said=new');
      else {
        this.view.open();
        this.show();
      }
      return;
    }
    this.begin({ session, programme: plan.programme, before: pain, moves: plan.moves, others: plan.others });
    this.go();
    this.view.focus('[data-do="play"]');
    const sent = await starting;
    // Now the app knows it: a reload finds it under its own address.
    if (sent.left === 0) history.replaceState(null, '', `/session/${session}`);
    this.obey(nextOf(sent));
  }

  // Time.

  private go(): void {
    this.sounds.wake();
    this.state!.run = play(this.state!.run, this.clock.now());
    this.changed();
  }

  private halt(): void {
    this.state!.run = pause(this.state!.run, this.clock.now());
    this.changed();
  }

  private toggle(): void {
    const { state } = this;
    if (!state) return;
    if (state.view === 'ask') this.answer();
    else if (state.view !== 'run') return;
    else if (this.move.pace === 'own') this.ask();
    else if (this.playing) this.halt();
    else this.go();
  }

  /** To the end of a countdown; else the move is left. */
  private skip(): void {
    const { state, place } = this;
    if (!state) return;
    if (state.view === 'ask' || state.view === 'much') return this.answer();
    if (state.view !== 'run') return;
    if (place && waits.includes(place.phase.kind) && this.time > 0) {
      state.run = jump(state.run, this.clock.now(), place.phase.at + place.phase.seconds);
      this.changed();
    } else this.leave();
  }

  /** To its beginning; from there to the move before. */
  private back(): void {
    const { state } = this;
    if (!state || state.view === 'end' || state.view === 'stop') return;
    if (state.view === 'run' && this.time < 3 && state.at > 0) return this.turn(state.at - 1, this.playing);
    state.run = jump(state.run, this.clock.now(), 0);
    state.view = 'run';
    state.light = null;
    this.changed();
  }

  /** Something about the time is different: all that hangs on it is made anew. */
  private changed(): void {
    this.voice.from(this.playing && this.time > 0 ? this.place?.index ?? -1 : -1);
    this.planSounds();
    void this.awake.want(this.playing);
    this.save();
    this.show();
    this.check();
  }

  private planSounds(): void {
    if (this.playing && this.wishes.sound) this.sounds.plan(tonesAfter(this.phases, this.time));
    else this.sounds.clear();
  }

  /** Looks at the clock: what is to be said, and whether the move is over. */
  private check(): void {
    const { state } = this;
    if (!state) return;
    if (state.view === 'ask' && this.wishes.free && this.askedAt > 0 && this.clock.now() - this.askedAt > freeSeconds * 1000) return this.answer();
    if (!this.playing) return;
    const over = this.time - length(this.phases);
    if (over >= 0) {
      state.run = standing(length(this.phases));
      this.ask(over > awaySeconds);
      return;
    }
    this.voice.at(this.place!, this.move);
    this.board.time(this.now);
    this.frame();
  }

  private frame(): void {
    cancelAnimationFrame(this.frameId);
    if (this.state && this.board.figure(this.now) && this.playing && !document.hidden) this.frameId = requestAnimationFrame(() => this.frame());
  }

  // From move to move.

  private turn(at: number, running = false): void {
    const state = this.state!;
    Object.assign(state, { at, view: 'run', light: null, run: standing() } satisfies Partial<State>);
    this.phases = timeline(this.move);
    this.voice.anew();
    this.view.blank('[data-panel="more"]');
    this.board.move(this.now);
    if (running && this.move.pace !== 'own') state.run = play(state.run, this.clock.now());
    this.changed();
  }

  /** The move is over. What was tapped during it answers; else it is asked. */
  private ask(away = false): void {
    const state = this.state!;
    state.view = 'ask';
    this.askedAt = away ? 0 : this.clock.now();
    if (this.wishes.vibrate) vibrate([200, 100, 200]);
    this.changed();
    this.view.text('[data-say]', this.view.word('how'));
    if (state.light === 'fine') this.answer();
    else this.view.focus(state.light === 'more' ? 'input[name="worst"]' : '[data-do="fine"]');
  }

  private answer(): void {
    const { state, view } = this;
    if (!state) return;
    const much = state.view === 'much', worst = view.scale('worst'), moved = view.ticked('moved'), leg = view.ticked('leg');
    if (!much || worst !== null || moved || leg) this.report(much ? 'too_much' : this.outcome(), { worst: state.light === 'fine' ? state.before : worst, moved, leg });
    if (moved || leg) this.obey('/new/again');
    else this.forward();
  }

  private outcome(): Outcome { return outcomeOf(this.move, this.phases, this.time); }

  private leave(): void {
    const outcome = this.move.pace === 'own' ? 'skipped' : this.outcome();
    this.halt();
    if (outcome === 'skipped') {
      this.report('skipped', {});
      this.forward();
    } else this.ask();
  }

  /** Tapped while it runs, it answers in advance. */
  private feels(light: 'fine' | 'more'): void {
    const { state } = this;
    if (!state || !['run', 'ask'].includes(state.view)) return;
    state.light = state.light === light && state.view === 'run' ? null : light;
    this.askedAt = 0;
    this.save();
    this.show();
    if (state.view !== 'ask') return;
    if (light === 'fine') this.answer();
    else this.view.focus('input[name="worst"]');
  }

  /** At any moment: the move stops, it is noted, and the easier one is offered. */
  private tooMuch(): void {
    const { state, view } = this;
    if (!state || !['run', 'ask'].includes(state.view)) return;
    state.run = pause(state.run, this.clock.now());
    state.view = 'much';
    state.light = null;
    this.report('too_much', {});
    this.changed();
    view.focus('[data-panel="more"] input[name="worst"]');
  }

  /** The easier one comes next. */
  private swap(): void {
    const state = this.state!, easier = easierOf(state, this.move);
    if (!easier) return;
    const worst = this.view.scale('worst'), moved = this.view.ticked('moved'), leg = this.view.ticked('leg');
    if (state.view === 'much' && (worst !== null || moved || leg)) this.report('too_much', { worst, moved, leg });
    else if (state.view === 'run' && this.outcome() !== 'skipped') this.report('partly', {});
    if (moved || leg) return this.obey('/new/again');
    this.turn(swapIn(state, this.move, easier, state.view === 'run'), true);
  }

  private forward(): void {
    const next = nextOpen(this.state!);
    if (next >= 0) this.turn(next, true);
    else this.finish();
  }

  private report(outcome: Outcome, { worst = null, moved = false, leg = false }: { worst?: number | null; moved?: boolean; leg?: boolean }): void {
    const state = this.state!, { move } = this, much = outcome === 'skipped' ? 0 : outcome === 'done' ? move.asked : done(move, this.phases, this.time);
    state.said[move.id] = outcome;
    this.save();
    void noteItem(state.session, {
      item: move.id, outcome, ...(worst !== null && { worst }), ...(move.asked && { asked: move.asked, done: much ?? 0 }), ...(moved && { moved: 'down' as const }), ...(leg && { new_leg_sign: true as const }),
    }).then(sent => this.obey(nextOf(sent)));
  }

  /** The app, or a sign in the leg, wants questions answered before any further move. */
  private obey(next: string | null): void {
    const { state } = this;
    if (next === null || !state || state.view === 'sent') return;
    Object.assign(state, { next, view: 'stop', run: standing(this.time) } satisfies Partial<State>);
    this.changed();
  }

  // The end.

  private finish(early = false): void {
    const state = this.state!;
    state.run = pause(state.run, this.clock.now());
    state.view = 'end';
    this.view.text('[data-end-says]', this.view.word(early ? 'early' : 'finished'));
    this.view.show('[data-resume]', early);
    this.changed();
    this.view.focus('[data-end-title]');
  }

  private async end(): Promise<void> {
    const state = this.state!, { view } = this;
    const sent = await noteEnd(state.session, view.scale('after'), view.scale('effort'), Math.round((this.clock.now() - state.began) / 6000) / 10);
    keep(null);
    if (sent.left === 0) location.assign(`/session/${state.session}`);
    else {
      state.view = 'sent';
      this.show();
      view.focus('[data-sent-title]');
      keep(null);
    }
  }

  // What is shown.

  private save(): void { if (this.state && this.state.view !== 'sent') keep(this.state); }

  private show(): void {
    this.board.show(this.now);
    this.frame();
  }

  // What the person does.

  private listen(plan: Plan): void {
    this.unlisten = listen(this, this.view, this.wishes, {
      toggle: () => this.toggle(), back: () => this.back(), skip: () => this.skip(), swap: () => this.swap(), feels: light => this.feels(light), tooMuch: () => this.tooMuch(),
      answer: () => this.answer(), end: () => void this.end(), sounds: () => this.planSounds(),
      goOn: () => this.turn(this.state!.moves.findIndex(move => this.state!.said[move.id] === undefined)),
      start: (form, isNew) => {
        if (plan.moves.length === 0) return false;
        void this.start(form, plan, isNew);
        return true;
      },
      seen: () => {
        this.awake.again();
        this.check();
        this.frame();
      },
      leave: () => this.away(),
      takesKeys: () => this.state !== null && ['run', 'ask', 'much'].includes(this.state.view),
    });
  }

  /** Leaving ends it in order: how it is now is asked first. */
  private away(): boolean {
    if (!this.state || this.state.view === 'sent' || this.state.view === 'end') return true;
    if (Object.keys(this.state.said).length === 0 && this.time === 0) {
      keep(null);
      location.assign('/');
    } else this.finish(true);
    return false;
  }
}

if (!customElements.get('mainstay-session')) customElements.define('mainstay-session', MainstaySession);
