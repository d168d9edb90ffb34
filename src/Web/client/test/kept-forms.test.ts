import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { keptForms } from '../src/kept-forms';
import { outbox } from '../src/outbox';

// A form on a device that keeps nothing, before an app that answers when it is told to.
interface Post { body: { id: string; fields: Record<string, string[]> }; answer(status: number, of?: object): void; lose(): void }
type Send = (event: object) => void;
let posts: Post[] = [], fields: [string, string][] = [], submit: Send = () => undefined;
const heard = async (): Promise<void> => { for (let i = 0; i < 5; i++) await new Promise(done => setImmediate(done)); };
const form = {
  dataset: { keeps: 'check-in' } as Record<string, string>, action: '/check-in', says: [] as string[], requestSubmit: () => undefined,
  addEventListener: (_: string, listener: Send) => { submit = listener; },
  reset: () => { fields = []; },
  querySelector: (what: string) => what === '[data-kept-says]' ? { replaceChildren: (...words: string[]) => { form.says = words; } } : { content: { cloneNode: () => /"(\w+)"/.exec(what)![1] } },
};
Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
Object.assign(globalThis, {
  addEventListener: () => undefined, removeEventListener: () => undefined,
  document: { querySelector: () => ({ value: 'token' }), querySelectorAll: () => [form] },
  FormData: class { [Symbol.iterator] = (): Iterator<[string, string]> => fields[Symbol.iterator](); },
  fetch: (url: string, { body }: { body?: string } = {}) => url === '/api/token' ? Promise.reject(new Error('No network.')) : new Promise<Response>((done, fail) => posts.push({
    body: JSON.parse(body!) as Post['body'], lose: () => fail(new Error('Lost.')),
    answer: (status, of = { new: 1 }) => done(new Response(JSON.stringify(of), { status, headers: { 'Content-Type': 'application/json' } })),
  })),
});

const save = async (...said: [string, string][]): Promise<void> => {
  fields = said;
  submit({ preventDefault: () => undefined, submitter: null });
  await heard();
};
const waiting = async (): Promise<unknown[]> => (await outbox.waiting()).map(one => (JSON.parse(one.body) as Post['body']).fields);

beforeEach(async () => {
  [posts, fields] = [[], []];
  keptForms();
  await outbox.clear();
  await heard();
});

test('what is changed after an answer was lost is another entry, so that the app hears of what is new', async () => {
  await save(['pain', '5']);
  posts[0]!.lose();
  await heard();
  await save(['pain', '5'], ['new', 'yes']);
  assert.equal(posts.length, 2);
  assert.notEqual(posts[1]!.body.id, posts[0]!.body.id);
  assert.deepEqual(posts[1]!.body.fields, { pain: ['5'], new: ['yes'] });
  assert.deepEqual(form.says, ['failed', 'first']);
  posts[1]!.answer(200);
  await heard();
  assert.deepEqual([await waiting(), form.says, fields], [[], ['sent'], []]);
});

test('saved once more without a change it is the same entry', async () => {
  await save(['pain', '5']);
  posts[0]!.lose();
  await heard();
  await save(['pain', '5']);
  assert.deepEqual(posts[1]!.body, posts[0]!.body);
  posts[1]!.answer(200);
  await heard();
  assert.deepEqual(await waiting(), []);
});

test('what is saved anew while the first is on its way is sent too', async () => {
  await save(['pain', '5']);
  await save(['pain', '5'], ['new', 'yes']);
  posts[0]!.answer(200);
  await heard();
  assert.deepEqual(posts[1]?.body.fields, { pain: ['5'], new: ['yes'] });
  assert.deepEqual([await waiting(), form.says], [[{ pain: ['5'], new: ['yes'] }], ['failed', 'first']]);
  posts[1]!.answer(200);
  await heard();
  assert.deepEqual([await waiting(), form.says], [[], ['sent']]);
});

test('what was ticked since, and not saved, stays when the first has arrived', async () => {
  await save(['pain', '5']);
  fields = [['pain', '5'], ['new', 'yes']];
  posts[0]!.answer(200);
  await heard();
  assert.deepEqual([await waiting(), form.says, fields], [[], [], [['pain', '5'], ['new', 'yes']]]);
  // Saved now, it is an entry of its own.
  await save(...fields);
  assert.notEqual(posts[1]!.body.id, posts[0]!.body.id);
  posts[1]!.answer(200);
  await heard();
});
