// The made-up person of the pictures, to the standard output: the check in person.jsonl, moved to 36 days before today, and a diary of the days since.
// The same every time but for the dates. Nobody's data.
import { readFileSync } from 'node:fs';

const day = 86_400_000, days = 36;
const midnight = new Date();
midnight.setHours(0, 0, 0, 0);

let seed = 20260301;
const chance = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32);
const about = (middle, spread) => middle + (chance() + chance() + chance() - 1.5) * spread;
const within = (value, low, high, step = 1) => Math.min(high, Math.max(low, Math.round(value / step) * step));
const hex = length => Array.from({ length }, () => Math.floor(chance() * 16).toString(16)).join('');
const guid = at => `${at.toString(16).padStart(12, '0').replace(/(.{8})/, '$1-')}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
const local = at => {
  const offset = -new Date(at).getTimezoneOffset(), sign = offset < 0 ? '-' : '+';
  const two = number => String(Math.abs(number)).padStart(2, '0');
  return new Date(at + offset * 60_000).toISOString().replace('Z', `${sign}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`);
};
const date = at => local(at).slice(0, 10);

const [header, ...check] = readFileSync(new URL('person.jsonl', import.meta.url), 'utf8').trim().split('\n').map(line => JSON.parse(line));
const lines = [JSON.stringify(header)];
const put = (at, entry) => lines.push(JSON.stringify({ id: guid(at), at: local(at), entry }));
const note = (at, kind, what) => put(at, { kind, what });

const begin = midnight.getTime() - days * day + 19 * 3_600_000;
const shift = begin - Date.parse(check[0].at);
for (const { at, entry } of check) put(Date.parse(at) + shift, entry);
const goal = guid(begin);
note(begin + 600_000, 'goal', { goal, text: 'Sit through a film without getting up' });

const moves = ['cat-cow', 'open-book', 'pelvic-clock', 'standing-back-bend'];
const experiment = guid(begin + 1);
note(begin + 21 * day, 'experiment-start', { experiment, a: 'heat', b: 'walk', block_days: 3, pairs: 3, seed: 7, from: date(begin + 21 * day) });
for (const week of [2, 4]) note(begin + (7 * week + 0.5) * day, 'review-seen', { week });
let sat = 8;
for (let on = 0; on <= days; on++) {
  const dawn = midnight.getTime() - (days - on) * day, bad = on >= 17 && on <= 19;
  const pain = within(about(5.6 - on * 0.07 + (sat - 8) * 0.35 + (bad ? 2.2 : 0), 1.1), 0, 10);
  if (on > 0) put(dawn + 7.5 * 3_600_000, { kind: 'check-in', pain, stiffness: within(pain - 1, 0, 10), mood: within(4 - pain / 2.5, 0, 4), anything_new: false });
  // The bad spell asked for the danger questions again.
  if (on === 20) for (const { entry } of check) if (entry.kind === 'answer' && typeof entry.value === 'string') put(dawn + 8 * 3_600_000, entry);
  if (on === days) break;
  sat = within(about(on % 7 > 4 ? 4 : 8, 2), 1, 12, 0.5);
  const remedy = { kind: (on >> 2) % 2 ? 'walk' : 'heat', minutes: 15, before: within(pain + 1, 0, 10), after: within(pain - chance() * 1.6, 0, 10) };
  note(dawn + 21 * 3_600_000, 'diary', {
    pain: within(pain + chance(), 0, 10), stiff_minutes: within(about(35 - on * 0.5, 12), 0, 90, 5), sleep_hours: within(about(7 - (bad ? 1 : 0), 1), 4, 9, 0.5),
    stress: within(about(5, 3), 0, 10), sitting_hours: sat, steps: within(about(5200 + on * 45, 2200), 900, 15000, 10), regions: [{ region: 'low_back_left', pain }],
    remedies: on % 3 ? [remedy] : [], doses: pain > 6 ? 1 : 0,
  });
  if (on % 7 === 6 || bad || on === 0) continue;
  const session = guid(dawn), start = dawn + 18 * 3_600_000;
  note(start, 'session-start', { session, items: moves, pain, any_new: false });
  moves.forEach((item, at) => note(start + (at + 1) * 150_000, 'session-item', { session, item, outcome: 'done', before: pain, worst: within(pain + chance() * 1.5, 0, 10), after: within(pain - 0.6, 0, 10), rpe: 4 }));
  note(start + 700_000, 'session-end', { session, pain: within(pain - 1, 0, 10), minutes: 12, rpe: 4 });
  note(dawn + 31.6 * 3_600_000, 'session-after', { session, settled: 'within_hour', morning: within(pain - 0.4, 0, 10) });
  if (on % 7 === 1) note(dawn + 20 * 3_600_000, 'goal-score', { goal, score: within(2 + on * 0.11, 0, 10) });
  if (on % 14 === 2) note(dawn + 20.2 * 3_600_000, 'test', { test: 'fingertip-to-floor', value: within(22 - on * 0.25, 0, 60) });
}
process.stdout.write(lines.join('\n') + '\n');
