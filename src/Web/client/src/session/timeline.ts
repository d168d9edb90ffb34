// A move as phases on a line of time, worked out from its dose. Pure: no clock and no page.

export type Kind = 'ready' | 'move' | 'hold' | 'return' | 'rest' | 'change' | 'time';
export type Breath = 'in' | 'out' | 'easy';

/** One step of the move's motion, as it runs once. */
export interface Step { phase: 'get_ready' | 'move' | 'hold' | 'return' | 'rest'; seconds: number; breath?: Breath; say?: string }

/** What of a move changes with a person's day. */
export interface Dose { reps: number[]; hold?: number; rounds: number; minutes: number; asked?: number }

export interface Move {
  id: string; name: string; family: string; pace: 'reps' | 'hold' | 'time' | 'own'; sides: boolean;
  /** Repetitions of each set. */
  reps: number[];
  hold?: number; rounds: number; minutes: number; asked?: number; easier?: string; motion?: string;
  /** The side that the motion shows. */
  side?: 'right' | 'left';
  steps: Step[];
  /** Read out one after the other while time runs. */
  said: string[];
  report?: string;
  /** Not to be begun now: too much or red today, or not for pain as it is. */
  stopped?: boolean;
  /** It stays when the pain just before is strong. */
  gentle?: boolean;
  /** Its dose when the pain just before is worse than at the last session. */
  calm?: Dose;
}

export interface Cue { at: number; say?: string; breath?: Breath }

export interface Phase {
  kind: Kind;
  /** Seconds from the start of the move. */
  at: number;
  seconds: number;
  /** Counted from 1; 0 where nothing is counted. */
  round: number; rounds: number; rep: number; reps: number;
  /** 0: both or none, 1: first, 2: the other. */
  side: 0 | 1 | 2;
  /** From where to where in the motion, in its own seconds; a time phase runs round between the two. */
  figure: [number, number];
  cues: Cue[];
}

export const readySeconds = 8, changeSeconds = 6, roundSeconds = 8, setSeconds = 30;
const bareMove = 3;

type Part = Pick<Phase, 'kind' | 'seconds' | 'figure' | 'cues'>;

/** The motion once round, cut into its going, its holding and its coming back. */
function once(move: Move): { ready: [number, number]; parts: Part[]; loop: [number, number] } {
  const parts: Part[] = [];
  let at = 0, ready = 0;
  for (const step of move.steps) {
    if (step.phase === 'get_ready' && parts.length === 0) ready = at + step.seconds;
    else {
      const kind: Kind = step.phase === 'hold' ? 'hold' : step.phase === 'return' ? 'return' : step.phase === 'rest' ? 'hold' : 'move', last = parts.at(-1);
      const cue: Cue = { at: last?.kind === kind ? last.seconds : 0, ...(step.say !== undefined && { say: step.say }), ...(step.breath && { breath: step.breath }) };
      if (last?.kind === kind) {
        last.seconds += step.seconds;
        last.figure[1] = at + step.seconds;
        last.cues.push(cue);
      } else parts.push({ kind, seconds: step.seconds, figure: [at, at + step.seconds], cues: [cue] });
    }
    at += step.seconds;
  }
  if (parts.length === 0) parts.push({ kind: 'move', seconds: bareMove, figure: [ready, ready], cues: [] }, { kind: 'return', seconds: bareMove, figure: [ready, ready], cues: [] });
  if (move.hold && !parts.some(part => part.kind === 'hold')) {
    const back = parts.findIndex(part => part.kind === 'return'), place = back < 0 ? parts.length : back, end = parts[place - 1]?.figure[1] ?? ready;
    parts.splice(place, 0, { kind: 'hold', seconds: move.hold, figure: [end, end], cues: [] });
  }
  return { ready: [0, ready], parts, loop: [ready, Math.max(ready, at)] };
}

/** Empty where the person goes at their own pace. */
export function timeline(move: Move): Phase[] {
  if (move.pace === 'own') return [];
  const { ready, parts, loop } = once(move), phases: Phase[] = [];
  let at = 0;
  const add = (part: Part, of: Partial<Phase> = {}): void => {
    phases.push({ round: 0, rounds: 0, rep: 0, reps: 0, side: 0, ...part, ...of, at });
    at += part.seconds;
  };
  const pause = (kind: 'rest' | 'change', seconds: number, of: Partial<Phase>): void => add({ kind, seconds, figure: ready, cues: [] }, of);
  const firstCue = move.steps[0]?.phase === 'get_ready' && move.steps[0].say !== undefined ? [{ at: 0, say: move.steps[0].say }] : [];

  add({ kind: 'ready', seconds: readySeconds, figure: ready, cues: firstCue }, { side: move.sides ? 1 : 0 });
  if (move.pace === 'time') {
    const seconds = Math.max(1, Math.round(move.minutes * 60));
    const each = move.said.length > 0 ? seconds / move.said.length : 0;
    add({ kind: 'time', seconds, figure: loop, cues: move.said.length > 0 ? move.said.map((say, i) => ({ at: i * each, say })) : parts.flatMap(part => part.cues).slice(0, 1) });
    return phases;
  }
  const sets = move.pace === 'reps' ? move.reps : Array.from({ length: Math.max(1, move.rounds) }, () => 1), sides = move.sides ? [1, 2] as const : [0] as const;
  sets.forEach((reps, set) => {
    for (const side of sides) {
      const where = { round: set + 1, rounds: sets.length, side };
      for (let rep = 1; rep <= reps; rep++)
        for (const part of parts)
          add({ ...part, seconds: part.kind === 'hold' && move.hold ? move.hold : part.seconds, cues: rep === 1 ? part.cues : part.cues.map(({ at: when, breath }) => ({ at: when, ...(breath && { breath }) })) },
            { ...where, rep: move.pace === 'reps' ? rep : 0, reps: move.pace === 'reps' ? reps : 0 });
      if (side === 1) pause('change', changeSeconds, { ...where, side: 2 });
      else if (set + 1 < sets.length) pause('rest', move.family === 'strength' ? setSeconds : roundSeconds, { round: set + 2, rounds: sets.length, side: move.sides ? 1 : 0 });
    }
  });
  return phases;
}

export const length = (phases: readonly Phase[]): number => phases.length === 0 ? 0 : phases.at(-1)!.at + phases.at(-1)!.seconds;

export interface Where { index: number; phase: Phase; into: number; left: number }

/** Null: before the beginning there is the first phase; after the end there is none. */
export function where(phases: readonly Phase[], seconds: number): Where | null {
  let low = 0, high = phases.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (phases[middle]!.at + phases[middle]!.seconds > seconds) high = middle;
    else low = middle + 1;
  }
  const phase = phases[low];
  if (!phase) return null;
  const into = Math.max(0, seconds - phase.at);
  return { index: low, phase, into, left: phase.seconds - into };
}

/** Where the figure is, in seconds of its motion. */
export function figureAt({ phase, into }: Where): number {
  const [from, to] = phase.figure;
  if (phase.kind === 'time') return to > from ? from + into % (to - from) : from;
  return from + (to - from) * Math.min(1, into / phase.seconds);
}

/** The cue that is on, the latest that says something; and the breath. */
export function cueAt({ phase, into }: Where): { say?: string; breath?: Breath } {
  let say: string | undefined, breath: Breath | undefined;
  for (const cue of phase.cues) {
    if (cue.at > into + 1e-6) break;
    say = cue.say ?? say;
    breath = cue.breath;
  }
  return { ...(say !== undefined && { say }), ...(breath && { breath }) };
}

/** How much of what is asked was done by a moment, in its own measure. */
export function done(move: Move, phases: readonly Phase[], seconds: number): number {
  const asked = move.asked ?? 0;
  if (asked <= 0) return 0;
  const over = (phase: Phase): number => Math.min(phase.seconds, Math.max(0, seconds - phase.at));
  if (move.pace === 'reps') {
    const sides = move.sides ? 2 : 1, last = phases.filter((phase, i) => phase.rep > 0 && (phases[i + 1]?.rep !== phase.rep || phases[i + 1]?.side !== phase.side || phases[i + 1]?.round !== phase.round));
    return Math.min(asked, Math.floor(last.filter(phase => phase.at + phase.seconds <= seconds + 1e-6).length / sides));
  }
  const counted = phases.filter(phase => phase.kind === (move.pace === 'hold' ? 'hold' : 'time')), all = counted.reduce((sum, phase) => sum + phase.seconds, 0);
  return all <= 0 ? 0 : Math.floor(10 * asked * counted.reduce((sum, phase) => sum + over(phase), 0) / all + 1e-6) / 10;
}

/** Minutes and seconds, rounded up, so that the last second shows until it is over. */
export function clockFace(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds - 1e-3));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** 5 seconds in, 6 seconds out. */
export const pacer = (seconds: number): Breath => seconds % 11 < 5 ? 'in' : 'out';
