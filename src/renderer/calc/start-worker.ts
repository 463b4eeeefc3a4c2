import workerUrl from './worker.ts?worker&url';
import type { WorkerPort } from './worker-runner.ts';

/** The part of Trusted Types that the DOM library of TypeScript does not declare. */
interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

let policy: ReturnType<ScriptPolicies['createPolicy']> | null = null;

/** Starts the program's own calculating worker; the page allows scripts from no other place. */
export function startWorker(): WorkerPort {
  policy ??= policiesOf(globalThis).createPolicy('headroom', { createScriptURL: onlyOurs });
  const worker = new Worker(policy.createScriptURL(workerUrl), { type: 'module' });
  return {
    post: (request) => worker.postMessage(request),
    listen({ answer, failed }) {
      worker.onmessage = ({ data }) => answer(data);
      worker.onerror = ({ message }) => failed(message);
    },
    end: () => worker.terminate(),
  };
}

function onlyOurs(url: string): string {
  if (url !== workerUrl) throw new TypeError('Not a script of this program');
  return url;
}

function policiesOf(scope: object): ScriptPolicies {
  return (scope as { readonly trustedTypes: ScriptPolicies }).trustedTypes;
}
