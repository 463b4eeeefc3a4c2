const NAME = /^\.headroom-[0-9a-f]{16}\.tmp$/;

/** Name of the file that is written beside the one to be replaced. */
export function temporaryName(unique: string): string {
  return `.headroom-${unique}.tmp`;
}

export function isTemporaryName(name: string): boolean {
  return NAME.test(name);
}
