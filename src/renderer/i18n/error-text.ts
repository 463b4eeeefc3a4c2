import type { AppError } from '#shared/ipc/errors.ts';
import { i18n } from './i18n.ts';

const NAMESPACES = ['errors', 'app:errors', 'refusals'];

/** One sentence for an error: what happened, that nothing was lost, the next step. */
export function errorText({ code, where, params }: AppError): string {
  const values = { ...params, where: where ?? '' };
  for (const namespace of NAMESPACES) {
    const key = namespace.includes(':') ? `${namespace}.${code}` : `${namespace}:${code}`;
    if (i18n.exists(key)) return i18n.t(key, values);
  }
  return i18n.t('app:errors.unknown', { ...values, code });
}
