import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { outbox } from '../src/outbox';
import { nextOf, noteEnd, noteItem } from '../src/session/reports';

const leaving = new Set<unknown>();
// A page without a store of its own, before an app that answers as told.
const answers: (Response | Error | Promise<Response>)[] = [];
const json = (of: object, status = 200): Response => new Response(JSON.stringify(of), { status, headers: { 'Content-Type': 'application/json' } });
Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
Object.assign(globalThis, {
  addEventListener: (_: string, listener: unknown) => void leaving.add(listener), removeEventListener: (_: string, listener: unknown) => void leaving.delete(listener),
  document: { querySelector: () => ({ value: 'token' }) },
  fetch: () => {
    const answer = answers.shift() ?? new Error('No network.');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  },
});

beforeEach(async () => {
  answers.length = 0;
  await outbox.clear();
});

test('what the device cannot keep is told, waits in the page with what was said last, and the page asks before it is left', async () => {
  assert.equal(await outbox.add('/api/entries', 'x', '{"pain":3}'), false);
  assert.equal(await outbox.add('/api/entries', 'y', '{"pain":4}', 'x'), false);
  assert.deepEqual((await outbox.waiting()).map(one => one.body), ['{"pain":4}']);
  assert.deepEqual([outbox.inPage, leaving.size], [true, 1]);
  answers.push(json({ new: 1 }));
  await outbox.flush();
  assert.deepEqual([outbox.inPage, leaving.size], [false, 0]);
});

test('an entry that is there no more when it arrives, or is refused, takes no other with it and does not come back', async () => {
  for (const answer of [json({ new: 1 }), json({ problem: 'No.' }, 422)]) {
    let arrive = (): void => undefined;
    answers.push(new Promise<Response>(done => { arrive = () => done(answer); }));
    await outbox.add('/api/entries', 'x', '{"pain":3}');
    const sending = outbox.flush();
    await new Promise(done => setImmediate(done));
    await outbox.add('/api/entries', 'y', '{"pain":4}', 'x');
    await outbox.add('/api/entries', 'z', '{"note":"stays"}');
    arrive();
    await sending;
    assert.deepEqual((await outbox.waiting()).map(one => [one.id, one.refused]), [['y', undefined], ['z', undefined]]);
    await outbox.clear();
  }
});

test('what the app would not take has not arrived, and the six signs come where it cannot ask', async () => {
  answers.push(json({ problem: 'The clock is ahead.' }, 422), json({ new: 1 }));
  const sign = await noteItem('s', { item: 'a', outcome: 'too_much', new_leg_sign: true });
  assert.deepEqual([sign.left, sign.here, sign.refusedHere, nextOf(sign, true), nextOf(sign)], [0, 1, true, '/new', null]);
  const end = await noteEnd('s', 3, null, 5);
  assert.deepEqual([end.left, end.here, end.refusedHere], [0, 1, true]);
});

test('what arrived is here no more, and what the app answers leads on', async () => {
  answers.push(json({ new: 1, next: '/new/again' }));
  const sent = await noteItem('t', { item: 'a', outcome: 'done' });
  assert.deepEqual([sent.here, nextOf(sent, true)], [0, '/new/again']);
});

test('what the app wants is heard, though another sending was on its way and took it along', async () => {
  let arrive = (): void => undefined;
  answers.push(new Promise<Response>(done => { arrive = () => done(json({ new: 1 })); }), json({ new: 1, next: '/result' }));
  await outbox.add('/api/session', 'start', '{"session":"w"}');
  void outbox.flush();
  const noting = noteItem('w', { item: 'a', outcome: 'done' });
  await new Promise(done => setImmediate(done));
  arrive();
  const sent = await noting;
  assert.deepEqual([sent.left, sent.here, nextOf(sent)], [0, 0, '/result']);
});

test('an entry that the app has already does not take back what it wants', async () => {
  answers.push(json({ new: 1, next: '/new' }), json({ problem: 'Twice.' }, 409));
  await outbox.add('/api/entries', 'x', '{}');
  await outbox.add('/api/entries', 'y', '{}');
  assert.deepEqual(await outbox.flush(), { left: 0, refused: 0, answer: { new: 1, next: '/new' } });
});

test('what is added while another sending is about to end is sent all the same', async () => {
  answers.push(json({ new: 1 }));
  const look = outbox.waiting.bind(outbox);
  let mine: Promise<unknown> | undefined;
  outbox.waiting = async () => {
    const all = await look();
    outbox.waiting = look;
    // It has looked and found nothing; just now something comes.
    await outbox.add('/api/entries', 'late', '{}');
    mine = outbox.flush();
    return all;
  };
  await outbox.flush();
  await mine;
  assert.deepEqual(await outbox.waiting(), []);
});

test('what waits without the network is here still', async () => {
  const sent = await noteItem('u', { item: 'a', outcome: 'done', moved: 'down' });
  assert.deepEqual([sent.left, sent.here, sent.refusedHere, sent.inPage, nextOf(sent, true)], [1, 1, false, true, null]);
  await outbox.clear();
  await outbox.flush();
});
