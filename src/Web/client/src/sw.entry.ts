import { offline } from './worker/offline';
import { reminders } from './worker/reminders';

// The service worker: what still works when no page of the app is open, or the app cannot be reached.
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
reminders(self);
offline(self);
