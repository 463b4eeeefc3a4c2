import { nearestName } from '#shared/formula/suggest.ts';
import { wrongUsage } from './cli-error.ts';
import type { Arguments, Command } from './command.ts';

/** `-2^2` and `--2` are formulas and values; a letter after the dashes makes an option. */
const OPTION = /^(?:-[a-zA-Z]|--[a-zA-Z][^=]*)(?:=|$)/;

/** Takes arguments apart by what the command allows. Throws wrong usage for anything else. */
export function readArguments(args: readonly string[], command: Command): Arguments {
  const options = new Map<string, string>();
  const positionals: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    if (argument === '--') {
      positionals.push(...args.slice(index + 1));
      break;
    }
    if (!OPTION.test(argument)) positionals.push(argument);
    else if (readOption(argument, args[index + 1], command, options)) index++;
  }
  checkPositionals(positionals, command);
  return {
    positionals,
    option: (name) => options.get(name),
    has: (name) => options.has(name),
  };
}

/** Reads one option; true when it took the next argument as its value. */
function readOption(
  argument: string,
  next: string | undefined,
  command: Command,
  options: Map<string, string>,
): boolean {
  const equals = argument.indexOf('=');
  const option = equals < 0 ? argument : argument.slice(0, equals);
  const kind = Object.hasOwn(command.options, option) ? command.options[option] : undefined;
  if (kind === undefined) throw unknownOption(option, command);
  const isRepeated = options.has(option);
  if (isRepeated && !command.repeatable?.includes(option)) throw wrongUsage('option-repeated', { option });
  if (kind === null) {
    if (equals >= 0) throw wrongUsage('option-with-value', { option });
    options.set(option, '');
    return false;
  }
  const value = equals < 0 ? next : argument.slice(equals + 1);
  if (value === undefined || value === '' || (equals < 0 && Object.hasOwn(command.options, value))) {
    throw wrongUsage('option-without-value', { option });
  }
  options.set(option, isRepeated ? `${options.get(option)},${value}` : value);
  return equals < 0;
}

function unknownOption(option: string, command: Command): Error {
  return wrongUsage(
    'option-unknown',
    { command: command.name, option },
    nearestName(option, Object.keys(command.options)),
  );
}

function checkPositionals(positionals: readonly string[], command: Command): void {
  const missing = command.positionals[positionals.length];
  if (positionals.length < command.required && missing !== undefined) {
    throw wrongUsage('argument-missing', { command: command.name, argument: missing });
  }
  const extra = positionals[command.positionals.length];
  if (!command.many && extra !== undefined) {
    throw wrongUsage('argument-unexpected', { command: command.name, argument: extra });
  }
}

/** The option's value, when it is one of those allowed. */
export function choice<T extends string>(
  args: Arguments,
  option: string,
  allowed: readonly T[],
  otherwise: T,
): T {
  const value = args.option(option);
  if (value === undefined) return otherwise;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw wrongUsage('option-invalid', { option, value, allowed: allowed.join(', ') });
  return found;
}

export function requiredOption(args: Arguments, option: string, command: string): string {
  const value = args.option(option);
  if (value === undefined) throw wrongUsage('option-missing', { option, command });
  return value;
}
