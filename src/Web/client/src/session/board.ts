// What the player shows of a state and a moment.
import type { Wishes } from './aids';
import { easierOf, isOpen } from './course';
import type { State } from './state';
import { clockFace, cueAt, figureAt, pacer, type Move, type Phase, type Where } from './timeline';
import type { View } from './view';

/** @param time Seconds of the move. @param place Null: before it began or after it ended. */
export interface Now { state: State; move: Move; phases: readonly Phase[]; time: number; place: Where | null; playing: boolean }

export class Board {
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(private readonly view: View, private readonly wishes: Wishes) {}

  /** The move that is on, and its place among the others. */
  move({ state, move }: Now): void {
    this.view.move(move);
    this.view.beads(state.at, state.moves, state.said);
    const next = state.moves.find((other, i) => i > state.at && isOpen(other, state.said));
    this.view.text('[data-upnext]', next ? this.view.word('next', { move: next.name }) : this.view.word('last'));
    document.title = `${move.name} · Mainstay`;
  }

  /** All but the move. */
  show(now: Now): void {
    const { view } = this, { state, move } = now, much = state.view === 'much', asking = state.view === 'ask';
    view.part(state.view === 'end' || state.view === 'stop' || state.view === 'sent' ? state.view : 'player');
    if (state.view === 'stop') {
      const asks = !state.next?.startsWith('/result');
      view.find<HTMLAnchorElement>('[data-next]')!.href = state.next ?? '/new';
      view.show('[data-ask]', asks);
      view.show('[data-result]', !asks);
      view.focus('[data-stop-title]');
    }
    view.show('[data-panel="lights"]', !much);
    view.show('[data-panel="more"]', much || (asking && state.light === 'more'));
    view.show('[data-much]', much);
    for (const timed of ['[data-clock]', '[data-cue]']) view.show(timed, !much);
    for (const light of ['fine', 'more']) view.find(`[data-do="${light}"]`)?.setAttribute('aria-pressed', String(state.light === light));
    view.show('[data-panel="controls"]', !much && !(asking && state.light === 'more'));
    view.show('[data-gentle]', state.gentle === true);
    const easier = easierOf(state, move);
    view.show('[data-do="swap"]', much && easier !== undefined);
    if (easier) view.text('[data-swap]', view.word('swap', { move: easier.name }));
    view.show('[data-do="easier"]', easier !== undefined && state.view === 'run');
    view.text('[data-go]', view.word(much ? 'skip' : 'go'));
    view.button(asking || move.pace === 'own' ? 'asking' : now.playing ? 'playing' : 'paused');
    for (const box of view.all<HTMLInputElement>('[data-wish]')) box.checked = this.wishes[box.dataset['wish'] as keyof Wishes];
    this.time(now);
  }

  /** What changes while time runs. */
  time({ state, move, phases, time, place }: Now): void {
    const { view } = this, phase = place?.phase ?? phases.at(-1), running = state.view === 'run';
    view.side(move, phase?.side ?? 0);
    view.text('[data-round]', phase && phase.rounds > 1 ? view.word('round', { round: phase.round, rounds: phase.rounds }) : '');
    view.text('[data-phase]', !running || move.pace === 'own' ? '' : state.run.since === null && time > 0 ? view.word('paused') : phase ? view.word(phase.kind) : '');
    this.clock(move, running, place);
    const cue = running && place ? cueAt(place) : {}, breathing = ['breathing', 'relaxation'].includes(move.family) || phase?.kind === 'hold';
    const breath = !running || !place || !['move', 'hold', 'return', 'time'].includes(place.phase.kind) ? undefined : cue.breath && cue.breath !== 'easy' ? cue.breath : breathing ? pacer(place.into) : undefined;
    view.show('[data-pacer]', breath !== undefined);
    if (breath) {
      view.text('[data-breath]', view.word(breath));
      view.find('[data-pacer]')!.dataset['breath'] = breath;
    }
    view.text('[data-cue]', !running ? '' : cue.say ?? (phase?.kind === 'ready' ? '' : view.find('[data-cue]')?.textContent ?? ''));
  }

  private clock(move: Move, running: boolean, place: Where | null): void {
    const { view } = this, counts = place !== null && place.phase.rep > 0 && place.phase.kind !== 'hold';
    const text = !running ? view.word('how') : move.pace === 'own' ? view.word('own') : counts ? view.word('rep', { rep: place.phase.rep, reps: place.phase.reps }) : place ? clockFace(place.left) : view.word('done');
    view.find('[data-time]')!.classList.toggle('words', !running || move.pace === 'own');
    view.text('[data-time]', text);
  }

  /** The figure at this moment; where motion is to be reduced, how it is when the phase is reached.
   * @returns False: there is none to move. */
  figure({ move, place }: Now): boolean {
    const { figure } = this.view;
    if (!figure || !place || !move.motion || !('time' in figure)) return false;
    const at = this.calm.matches ? place.phase.figure[place.phase.kind === 'time' ? 0 : 1] : figureAt(place);
    if (Math.abs(figure.time - at) > 1e-3) figure.time = at;
    return true;
  }
}
