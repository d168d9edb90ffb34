// What follows on what in a session: on a tap, on time, on an answer of the app. It knows no page and no store; those stand around it.
import { before, easierOf, isOpen, isRed, leaves, nextOpen, outcomeOf, swapIn } from './course';
import type { Outcome, Report } from './reports';
import { jump, pause, play, seconds, standing } from './run';
import type { State, View } from './state';
import { done, length, timeline, where, type Move, type Phase, type Where } from './timeline';
import { waits } from './tones';

/** What stands in the form of a move. */
export interface Felt { worst: number | null; moved: boolean; leg: boolean }

export interface Around {
  /** Milliseconds since 1970. */
  now(): number;
  /** Hands-free: what is asked answers itself after a while. */
  free(): boolean;
  felt(): Felt;
  /** It is to be recorded.
   * @param red It stops the session. */
  note(report: Report, red: boolean): void;
  /** Another move is on. */
  turned(): void;
  /** How the move was is asked. */
  asked(): void;
  /** Something about the time, or what is shown, is different. */
  changed(): void;
}

/** Hands-free: how long "How was it?" stays. */
export const freeSeconds = 10;
/** The page's own timers come at least once a minute, even in the background. Longer without one, the device slept: then a move that is over
 * waits for a word. */
const sleptSeconds = 90;
/** No further ahead than this, the moves that follow by themselves are known. */
const aheadSeconds = 1200;
const nothing: Felt = { worst: null, moved: false, leg: false };
const safety = '/new/again';

/** What a session asks for, to be compared. */
const askedOf = ({ moves, others }: State): string => JSON.stringify([moves, others].map(all => all.map(one => [one.id, one.stopped === true, one.easier, one.asked, timeline(one)])));

export class Flow {
  phases: Phase[];
  private askedAt = 0;
  private looked: number;

  constructor(readonly state: State, private readonly around: Around) {
    this.phases = timeline(this.move);
    this.looked = around.now();
  }

  get move(): Move { return this.state.moves[this.state.at]!; }
  get time(): number { return seconds(this.state.run, this.around.now()); }
  get place(): Where | null { return where(this.phases, this.time); }
  get playing(): boolean { return this.state.view === 'run' && this.state.run.since !== null; }
  /** Its buttons and keys do something. */
  get isOn(): boolean { return this.is('run', 'ask', 'much'); }

  // Time.

  go(): void {
    this.state.run = play(this.state.run, this.around.now());
    this.around.changed();
  }

  private halt(): void {
    this.state.run = pause(this.state.run, this.around.now());
    this.around.changed();
  }

  toggle(): void {
    if (this.is('ask')) this.answer();
    else if (!this.is('run')) return;
    else if (this.move.pace === 'own') this.ask();
    else if (this.playing) this.halt();
    else this.go();
  }

  /** To the end of a countdown; else the move is left. */
  skip(): void {
    const { state, place } = this;
    if (this.is('ask', 'much')) return this.answer();
    if (!this.is('run')) return;
    if (place && waits.includes(place.phase.kind) && this.time > 0) {
      state.run = jump(state.run, this.around.now(), place.phase.at + place.phase.seconds);
      this.around.changed();
    } else this.leave();
  }

  /** To its beginning; from there to the nearest move before that may be done once more. What was too much, or red, is not begun again. */
  back(): void {
    const { state } = this;
    if (!this.is('run', 'ask')) return;
    const earlier = state.view === 'run' && this.time < 3 ? before(state) : -1;
    if (earlier >= 0) return this.turn(earlier, this.playing);
    state.run = jump(state.run, this.around.now(), 0);
    state.view = 'run';
    state.light = null;
    this.around.changed();
  }

  /** What time has brought since the last look.
   * @returns Is the move still on its way? */
  look(): boolean {
    const { state } = this, now = this.around.now(), slept = now - this.looked > sleptSeconds * 1000;
    this.looked = now;
    if (slept && state.view === 'ask') this.askedAt = 0;
    if (state.view === 'ask' && this.around.free() && this.askedAt > 0 && now - this.askedAt >= freeSeconds * 1000) {
      this.answer(this.askedAt + freeSeconds * 1000);
      return false;
    }
    if (!this.playing) return false;
    const over = this.time - length(this.phases);
    if (over < 0) return true;
    state.run = standing(length(this.phases));
    this.ask(slept ? 0 : now - over * 1000);
    return false;
  }

  /** The lines of time that run or follow by themselves, each with the seconds until it begins; below 0, it runs. */
  ahead(): { phases: readonly Phase[]; in: number }[] {
    const { state } = this, lines: { phases: readonly Phase[]; in: number }[] = [], said = { ...state.said };
    let end = 0, at = state.at;
    if (this.playing) {
      lines.push({ phases: this.phases, in: -this.time });
      end = length(this.phases) - this.time;
    } else if (state.view === 'ask' && this.askedAt > 0) end = (this.askedAt - this.around.now()) / 1000;
    else return lines;
    while (this.around.free() && end < aheadSeconds) {
      said[state.moves[at]!.id] ??= 'done';
      at = nextOpen({ ...state, at, said });
      const phases = at < 0 ? [] : timeline(state.moves[at]!);
      if (phases.length === 0) break;
      lines.push({ phases, in: end + freeSeconds });
      end += freeSeconds + length(phases);
    }
    return lines;
  }

  // From move to move.

  /** @param at Which move. @param from The moment that its time runs from; by default now. */
  turn(at: number, running = false, from = this.around.now()): void {
    const { state } = this;
    Object.assign(state, { at, view: 'run', light: null, run: standing() } satisfies Partial<State>);
    this.phases = timeline(this.move);
    this.around.turned();
    if (running && this.move.pace !== 'own') state.run = play(state.run, from);
    this.around.changed();
  }

  /** The first move that is left; none where questions come first. */
  goOn(): void {
    const { state } = this, open = state.moves.findIndex(move => isOpen(move, state.said));
    if (open >= 0 && state.next === null) this.turn(open);
  }

  /** The move is over. What was tapped during it answers; else it is asked.
   * @param since When that was; 0: nobody may be there, so it answers nothing by itself. */
  private ask(since = this.around.now()): void {
    this.state.view = 'ask';
    this.askedAt = since;
    this.around.changed();
    if (this.state.light === 'fine') this.answer(since || this.around.now());
    else this.around.asked();
  }

  answer(at = this.around.now()): void {
    const { state } = this, much = state.view === 'much', felt = this.around.felt(), { worst, moved, leg } = felt;
    if (!much || worst !== null || moved || leg) this.report(much ? 'too_much' : outcomeOf(this.move, this.phases, this.time), { ...felt, worst: worst ?? (state.light === 'fine' ? state.before : null) });
    if (this.isRed(felt)) this.obey(safety);
    else this.forward(at);
  }

  private leave(): void {
    const outcome = this.move.pace === 'own' ? 'skipped' : outcomeOf(this.move, this.phases, this.time);
    this.halt();
    if (outcome === 'skipped') {
      this.report('skipped', nothing);
      this.forward();
    } else this.ask();
  }

  /** Tapped while it runs, it answers in advance. */
  feels(light: 'fine' | 'more'): void {
    const { state } = this;
    if (!this.is('run', 'ask')) return;
    state.light = state.light === light && state.view === 'run' ? null : light;
    this.askedAt = 0;
    this.around.changed();
    if (state.view !== 'ask') return;
    if (light === 'fine') this.answer();
    else this.around.asked();
  }

  /** At any moment: the move stops, it is noted, and the easier one is offered. */
  tooMuch(): void {
    const { state } = this;
    if (!this.is('run', 'ask')) return;
    state.run = pause(state.run, this.around.now());
    state.view = 'much';
    state.light = null;
    this.report('too_much', nothing);
    this.around.changed();
    this.around.asked();
  }

  /** The easier one comes next. */
  swap(): void {
    const { state } = this, easier = easierOf(state, this.move);
    if (!easier || !this.is('run', 'much')) return;
    const felt = this.around.felt(), outcome = outcomeOf(this.move, this.phases, this.time);
    if (state.view === 'much' && (felt.worst !== null || felt.moved || felt.leg)) this.report('too_much', felt);
    else if (state.view === 'run' && outcome !== 'skipped') this.report('partly', nothing);
    if (state.view === 'much' && this.isRed(felt)) return this.obey(safety);
    this.turn(swapIn(state, this.move, easier, state.view === 'run'), true);
  }

  /** What the app leaves of the session, now that it knows the pain just before. What was said stays, and so does a move that is asked about. One that
   * runs and is not left ends: what was done of it is told, and the next stands ready, for nobody is prepared for another move. */
  adopt(moves: readonly Move[], others: readonly Move[]): void {
    // One that is over by now is asked about.
    this.look();
    const { state, move } = this, before = askedOf(state), left = (): Pick<State, 'moves' | 'others'> => leaves(state, moves, others, this.is('ask', 'much') ? move : null);
    if (this.is('run') && !left().moves.some(one => one.id === move.id && isOpen(one, {}))) this.drop();
    Object.assign(state, left() satisfies Partial<State>);
    // Nothing else than the page had: what is planned on its time stays.
    if (askedOf(state) === before) return;
    const here = state.moves.findIndex(one => one.id === move.id);
    state.at = Math.max(0, here);
    if (this.is('run') && (here < 0 || this.move.stopped)) {
      const next = nextOpen({ ...state, at: here });
      if (next >= 0) this.turn(next);
      else this.finish();
    } else {
      // Another dose of the same move: its time goes on.
      this.phases = timeline(this.move);
      this.around.changed();
    }
  }

  /** The move is not to be done, nor gone back to. */
  private drop(): void {
    const { state, move } = this, outcome = move.pace === 'own' ? 'skipped' : outcomeOf(move, this.phases, this.time);
    state.moves[state.at] = { ...move, stopped: true };
    state.run = pause(state.run, this.around.now());
    if (outcome !== 'skipped' && state.said[move.id] === undefined) this.report(outcome, nothing);
  }

  private forward(at = this.around.now()): void {
    const next = nextOpen(this.state);
    if (next >= 0) this.turn(next, true, at);
    else this.finish();
  }

  private report(outcome: Outcome, { worst, moved, leg }: Felt): void {
    const { state, move } = this, share = outcome === 'skipped' ? 0 : outcome === 'done' ? move.asked : done(move, this.phases, this.time);
    state.said[move.id] = outcome;
    const red = this.isRed({ worst, moved, leg });
    if (outcome === 'too_much' || red) move.stopped = true;
    this.around.note({ item: move.id, outcome, ...(state.before !== null && { before: state.before }), ...(worst !== null && { worst }), ...(move.asked && { asked: move.asked, done: share ?? 0 }), ...(moved && { moved: 'down' }), ...(leg && { new_leg_sign: true }) }, red);
  }

  // The end.

  /** The app, or what was felt, wants questions answered before any further move. */
  obey(next: string | null): void {
    if (next === null || this.is('sent')) return;
    // Whoever was told already and went on to the end is not fetched back.
    if (this.is('end') && this.state.next !== null) return void (this.state.next = next);
    Object.assign(this.state, { next, view: 'stop', run: standing(this.time) } satisfies Partial<State>);
    this.around.changed();
  }

  /** The questions were answered: the first move that is left stands ready. */
  clear(): void {
    this.state.next = null;
    const open = this.state.moves.findIndex(move => isOpen(move, this.state.said));
    if (open >= 0) this.turn(open);
    else this.finish();
  }

  finish(): void {
    this.state.run = pause(this.state.run, this.around.now());
    this.state.view = 'end';
    this.around.changed();
  }

  private isRed({ worst, moved, leg }: Felt): boolean { return moved || leg || isRed(this.state.before, worst, this.state.red); }

  private is(...views: View[]): boolean { return views.includes(this.state.view); }
}
