import { createWorkerSide } from './worker-side.ts';

// The script of the worker: requests in, answers out.
const serve = createWorkerSide((answer) => globalThis.postMessage(answer));
globalThis.addEventListener('message', ({ data }) => serve(data));
