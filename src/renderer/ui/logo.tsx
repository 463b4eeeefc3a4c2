/** The mark of the program. It is not mirrored. */
export function Logo({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <rect x="1" y="1" width="20" height="20" rx="5" fill="var(--accent)" />
      <path
        d="M6 16.5V11M11 16.5V8M16 16.5V11"
        stroke="var(--text-on-accent)"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <path
        d="M5 5.2h12"
        stroke="var(--text-on-accent)"
        strokeWidth="1.6"
        strokeDasharray="2.4 2"
        strokeLinecap="round"
      />
    </svg>
  );
}
