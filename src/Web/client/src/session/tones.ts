// Which tones come when, from a moment of a move on. Pure.
import type { Tone } from './aids';
import { length, type Kind, type Phase } from './timeline';

const ofKind: Partial<Record<Kind, Tone>> = { hold: 'turn', rest: 'turn', change: 'turn', time: 'turn' };
/** Phases whose last three seconds are counted down. */
export const waits: readonly Kind[] = ['ready', 'rest', 'change'];

/** Of all lines of time that run or follow. */
export const tonesAhead = (lines: readonly { phases: readonly Phase[]; in: number }[]): { in: number; tone: Tone }[] => lines.flatMap(line => tonesAfter(line.phases, -line.in));

/** @returns Seconds from now. */
export function tonesAfter(phases: readonly Phase[], now: number): { in: number; tone: Tone }[] {
  const planned: { in: number; tone: Tone }[] = [];
  for (const phase of phases) {
    const tone = phase.at === 0 ? undefined : ofKind[phase.kind] ?? (phase.rep <= 1 ? 'turn' : 'tick');
    if (phase.at > now && tone && phase.kind !== 'return') planned.push({ in: phase.at - now, tone });
    if (!waits.includes(phase.kind)) continue;
    for (const before of [3, 2, 1]) if (phase.at + phase.seconds - before > now && before < phase.seconds) planned.push({ in: phase.at + phase.seconds - before - now, tone: 'tick' });
  }
  planned.push({ in: length(phases) - now, tone: 'end' });
  return planned;
}
