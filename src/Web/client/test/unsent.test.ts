import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Flow } from '../src/session/flow';
import type { Report } from '../src/session/reports';
import { standing } from '../src/session/run';
import type { Move } from '../src/session/timeline';
import { isHeld, spared, unsentOf, type Unsent } from '../src/session/unsent';

const red = { rise: 5, high: 8, highRise: 2 }, now = new Date(2026, 2, 10, 18).getTime(), hour = 3_600_000;
const move = (id: string, family = 'strength'): Move => ({ id, name: id, family, pace: 'reps', sides: false, reps: [8], rounds: 1, minutes: 1, steps: [], said: [] });
const done = (item: string, of: Partial<Unsent> = {}): Unsent => ({ session: 's', item, outcome: 'done', before: 3, worst: 3, at: now - 24 * hour, ...of });
const left = (...unsent: Unsent[]): string => spared({ moves: [move('a'), move('b'), move('s', 'stretch')], others: [move('e')] }, unsent, now).moves.filter(one => !one.stopped).map(one => one.id).join('');

test('reports are read from what waits, and nothing else is', () => {
  const entry = (kind: string, what: object): { body: string } => ({ body: JSON.stringify({ id: 'x', at: '2026-03-10T08:00:00.000+01:00', entry: { kind, what } }) });
  assert.deepEqual(unsentOf([entry('session-start', { session: 's', items: ['a'] }), { body: JSON.stringify({ id: 'y', at: '2026-03-10T08:00:00Z', kind: 'check-in', fields: { pain: ['3'] } }) },
    entry('session-item', { session: 's', item: 'a', outcome: 'partly', before: 3, worst: 9 })]), [{ session: 's', item: 'a', outcome: 'partly', before: 3, worst: 9, at: Date.parse('2026-03-10T07:00:00Z') }]);
});

test('a report is as the player makes it, and an end is held against the beginning', () => {
  const reports: Report[] = [], flow = new Flow({ session: 's', programme: true, before: 3, red, began: now, moves: [move('a', 'stretch')], others: [], at: 0, view: 'ask', run: standing(), light: null, said: {}, next: null },
    { now: () => now, free: () => false, felt: () => ({ worst: 9, moved: false, leg: false }), note: report => void reports.push(report), turned: () => undefined, asked: () => undefined, changed: () => undefined });
  flow.answer();
  const body = (kind: string, what: object): { body: string } => ({ body: JSON.stringify({ id: 'x', at: '2026-03-10T08:00:00Z', entry: { kind, what: { session: 's', ...what } } }) });
  assert.equal(isHeld(unsentOf([body('session-item', reports[0]!)]), red), true);
  assert.deepEqual([3, 8].map(pain => isHeld(unsentOf([body('session-start', { pain: 3 }), body('session-end', { pain })]), red)), [false, true]);
  assert.equal(isHeld(unsentOf([body('session-end', { pain: 9 })]), red), false);
});

test('a red move holds the next session too, until the app has heard of it', () => {
  assert.deepEqual([isHeld([done('a', { worst: 9 })], red), isHeld([done('a', { before: 6, worst: 8 })], red), isHeld([done('a', { worst: 7 })], red), isHeld([done('a', { before: null, worst: 9 })], red)], [true, true, false, false]);
});

test('strength rests for two days after any of it, and all else goes on', () => {
  assert.equal(left(), 'abs');
  assert.equal(left(done('a')), 's');
  assert.equal(left(done('a', { at: now - 49 * hour })), 'abs');
  assert.equal(left(done('a', { outcome: 'skipped' })), 'abs');
  assert.equal(left(done('s')), 'abs');
  assert.equal(left(done('of-another-plan')), 's');
});

test('what was too much stops until tomorrow', () => {
  const much = (at: number): Unsent => done('s', { outcome: 'too_much', at });
  assert.deepEqual([left(much(now - 2 * hour)), left(much(now - 24 * hour))], ['ab', 'abs']);
});

test('where nothing is left after strength it says so, and the easier ones rest too', () => {
  const plan = spared({ moves: [move('a')], others: [move('e'), move('t', 'stretch')] }, [done('a')], now);
  assert.deepEqual([plan.rested, plan.others.map(one => one.id).join('')], [true, 't']);
  assert.equal(spared({ moves: [move('a'), move('s', 'stretch')], others: [] }, [done('a')], now).rested, false);
});
