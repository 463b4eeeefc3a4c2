/** Libraries that put style elements into the page read here what its security policy asks of them. */
export function provideStyleNonce(page: Document, nonce: string): void {
  const meta = page.createElement('meta');
  meta.setAttribute('property', 'csp-nonce');
  meta.nonce = nonce;
  page.head.append(meta);
}
