import type { ReactNode } from 'react';

export function DealsView({ ring }: { readonly ring: ReactNode }) {
  return <section>{ring}</section>;
}
