import type { Command } from './command.ts';

/** Every command, loaded only when it is used: what `eval` does not need, it does not wait for. */
export const COMMANDS = {
  new: async () => (await import('./new.ts')).newCommand,
  calc: async () => (await import('./calc.ts')).calcCommand,
  eval: async () => (await import('./eval.ts')).evalCommand,
  parse: async () => (await import('./parse.ts')).parseCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  deals: async () => (await import('./deals.ts')).dealsCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  format: async () => (await import('./format.ts')).formatCommand,
  set: async () => (await import('./set.ts')).setCommand,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  schema: async () => (await import('./schema.ts')).schemaCommand,
} as const satisfies Readonly<Record<string, () => Promise<Command>>>;

export type CommandName = keyof typeof COMMANDS;

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}
