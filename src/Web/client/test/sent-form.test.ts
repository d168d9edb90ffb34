import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineOf } from '../src/refused-list';
import { entryOf, formOf, holdsBack, lackOf, sendable, tellsOfNew, timely, unheard } from '../src/sent-form';

const now = '2026-03-10T09:00:00.000+01:00';

test('an entry keeps its moment, but for one of a clock that was plainly wrong', () => {
  assert.equal(timely('2026-03-08T20:00:00.000+01:00', now), '2026-03-08T20:00:00.000+01:00');
  assert.equal(timely('2026-03-10T14:00:00.000+01:00', now), now);
  assert.equal(timely('1970-01-01T00:00:10.000+00:00', now), now);
  assert.equal(timely('2026-03-10T08:30:00.000+00:00', now), now);
});

test('a form is told from a part of a session', () => {
  assert.equal(formOf({ body: JSON.stringify({ id: 'x', at: now, entry: { kind: 'session-end', what: {} } }) }), null);
  assert.deepEqual(formOf({ body: JSON.stringify({ id: 'x', at: now, kind: 'diary', fields: { pain: ['4'] } }) })!.fields, { pain: ['4'] });
});

test('what tells of something new is known while it waits', () => {
  const tells = (said: object): boolean => tellsOfNew({ body: JSON.stringify({ id: 'x', at: now, ...said }) });
  assert.ok(tells({ kind: 'check-in', fields: { new: ['yes'] } }));
  assert.ok(!tells({ kind: 'check-in', fields: { new: ['no'], pain: ['9'] } }));
  for (const what of [{ any_new: true }, { moved: 'down' }, { new_leg_sign: true }]) assert.ok(tells({ entry: { kind: 'session-item', what } }));
  assert.ok(!tells({ entry: { kind: 'session-start', what: { any_new: false, pain: 8 } } }));
  assert.ok(!tells({ entry: { kind: 'session-item', what: { moved: 'up' } } }));
});

test('how a session turned out waits as a part of that session, and a sign in the leg is known in it', () => {
  const session = '019b1234-5678-7abc-8def-0123456789ab', action = `http://127.0.0.1/session/${session}/after`, of = (fields: Record<string, string[]>) => entryOf('after', action, fields, 'x', now);
  assert.deepEqual([lackOf('after', { entry: ['e'] }), lackOf('after', { entry: ['e'], settled: ['hour'] })], ['empty', null]);
  assert.deepEqual(of({ entry: ['e'], settled: ['day'], morning: ['0'] }), { url: '/api/session', body: JSON.stringify({ id: 'x', at: now, entry: { kind: 'session-after', what: { session, settled: 'within_day', morning: 0 } } }) });
  assert.deepEqual([of({ moved: ['down'] }), of({ leg: ['yes'] }), of({ settled: ['hour'] })].map(tellsOfNew), [true, true, false]);
  assert.equal(entryOf('diary', action, { pain: ['3'] }, 'x', now).url, '/api/entries');
});

test('what is new and was refused holds sessions back on every page, and what waits on those that were kept', () => {
  const sign = { body: JSON.stringify({ entry: { what: { new_leg_sign: true } } }) }, calm = { body: JSON.stringify({ entry: { what: { pain: 3 } } }) }, refused = 'no';
  assert.deepEqual([holdsBack([{ ...sign, refused }], false), holdsBack([{ ...sign, refused }], true), holdsBack([sign], true), holdsBack([sign], false), holdsBack([{ ...calm, refused }], true)], [true, true, true, false, false]);
  assert.deepEqual([unheard(sign), unheard({ ...sign, refused }), unheard(calm), unheard({ ...calm, refused })], [true, true, true, false]);
});

test('what is sent again is the same to the letter, unless its moment has not come', () => {
  const body = `{"id":"x",  "at":"2026-03-09T09:00:00.000+01:00"}`;
  assert.equal(sendable({ body }, now), body);
  assert.deepEqual(JSON.parse(sendable({ body: '{"id":"x","at":"2026-03-11T09:00:00.000+01:00","entry":{"kind":"session-end"}}' }, now)), { id: 'x', at: now, entry: { kind: 'session-end' } });
});

test('fields are named as on their page, and those that the form alone asks are left to it', () => {
  const words = { 'field.pain': 'Pain', 'field.place': 'Where it hurts', 'place.low': 'Low back' };
  assert.deepEqual(lineOf(words, 'pain', ['4']), ['Pain: 4']);
  assert.deepEqual(lineOf(words, 'place', ['low', 'other']), ['Where it hurts: Low back, other']);
  assert.deepEqual(lineOf(words, 'place.low', ['4']), []);
});
