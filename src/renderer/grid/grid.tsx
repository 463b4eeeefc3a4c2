import { useDocument, useSession } from '#renderer/store/hooks.ts';
import { Sheet } from './sheet.tsx';

/**
 * The grid of the open document. `styleNonce` is what the page's security policy asks of style
 * elements. The grid library reads direction only once, so another language is another sheet.
 */
export function Grid({ styleNonce }: { readonly styleNonce: string }) {
  const language = useSession((session) => session.language);
  const documentId = useDocument((state) => state.documentId);
  return <Sheet key={`${language} ${documentId ?? ''}`} styleNonce={styleNonce} />;
}
