// How hard each muscle pulls and how full each disc is, as a page or a script tells it: at once, or over a motion.
import type { Line } from './muscles';

/** Per line or group, 0 to 1. */
export type Tension = Readonly<Record<string, number>>;

/** At even steps of a motion: of each group how hard it pulls, and per step the discs from below. */
export interface Course { groups: Record<string, number[]>; discs: number[][] }

/** Of a rope of which nothing is told: where others are told, and where none is. */
const slack = 0.02, resting = 0.15;

export class Pulls {
  tension: Tension | null = null;
  course: Course | null = null;

  /** How wide and solid a line is drawn, 0 to 1.
   *  @param share Of the motion that has passed.
   *  @param all Every muscle is shown, not the targets alone.
   *  @param target Its place among the targets; −1 for none.
   *  @param own What the motion itself says of that target. */
  drawn(line: Line, share: number, all: boolean, target: number, own: (target: number) => number): number {
    if (this.course) return between(this.course.groups[line.group] ?? [slack], share);
    if (this.tension) return this.tension[line.id] ?? this.tension[line.group] ?? (all ? slack : target < 0 ? 1 : own(target));
    return target >= 0 ? own(target) : all ? resting : 1;
  }

  discs(share: number): number[] | null {
    const { course } = this;
    return course && (course.discs[0] ?? []).map((_, level) => between(course.discs.map(at => at[level]!), share));
  }
}

function between(values: readonly number[], share: number): number {
  const at = Math.min(1, Math.max(0, share)) * (values.length - 1), k = Math.min(values.length - 1, Math.floor(at)), next = values[Math.min(values.length - 1, k + 1)]!;
  return values[k]! + (next - values[k]!) * (at - k);
}

/** What an attribute says; null where it says nothing, or nothing that can be read. */
export function told<T>(text: string | null): T | null {
  if (!text) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
