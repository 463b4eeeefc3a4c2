import { type ErrorValue, isErrorValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { Expression } from './ast.ts';
import { broadcast } from './functions/broadcast.ts';
import type { Argument, FunctionDefinition } from './functions/definition.ts';
import { failure } from './functions/errors.ts';
import { findFunction, functionNames } from './functions/table.ts';
import type { Operand } from './matrix.ts';
import { type Scope, withLocal } from './scope.ts';
import { unknownFunctionReason } from './unknown-name.ts';

type Call = Extract<Expression, { kind: 'call' }>;
type Evaluate = (expression: Expression, scope: Scope) => Operand;

/** The value of a function call: of the table, else of the host, else `#NAME?`. */
export function callFunction(call: Call, scope: Scope, evaluate: Evaluate): Operand {
  if (call.name === 'LET') return evaluateLet(call, scope, evaluate);
  const definition = findFunction(call.name);
  if (definition) return callDefinition(definition, call, scope, evaluate);
  const args = call.args.map((argument) => argumentOf(argument, scope, evaluate));
  return scope.external(call.name, args) ?? unknownFunction(call.name);
}

function callDefinition(
  definition: FunctionDefinition,
  call: Call,
  scope: Scope,
  evaluate: Evaluate,
): Operand {
  const { args } = call;
  if (args.length < definition.minArgs || args.length > definition.maxArgs) {
    const { signature } = definition;
    const code = args.length < definition.minArgs ? 'arguments-few' : 'arguments-many';
    return failure('#VALUE!', code, { signature });
  }
  const { implementation } = definition;
  switch (implementation.kind) {
    case 'lazy':
      return implementation.call(
        args.map((argument) => () => argumentOf(argument, scope, evaluate)),
        scope.period,
      );
    case 'range':
      return implementation.call(
        args.map((argument) => argumentOf(argument, scope, evaluate)),
        scope.period,
      );
    case 'scalar':
      return broadcast(
        args.map((argument) => argumentOf(argument, scope, evaluate)),
        (values) => values.find(isErrorValue) ?? implementation.call(values),
      );
    default:
      return assertNever(implementation);
  }
}

function argumentOf(argument: Expression | null, scope: Scope, evaluate: Evaluate): Argument {
  return argument ? evaluate(argument, scope) : undefined;
}

/** E-504: `#NAME?` with the reason, or with the name that was probably meant. */
export function unknownFunction(name: string): ErrorValue {
  return { kind: 'error', code: '#NAME?', reason: unknownFunctionReason(name, functionNames()) };
}

/** E-610: `LET(name, value, …, calculation)`; each value sees the names before it. */
function evaluateLet(call: Call, scope: Scope, evaluate: Evaluate): Operand {
  const { args } = call;
  if (args.length < 3 || args.length % 2 === 0) {
    return failure('#VALUE!', 'let-pairs');
  }
  let inner = scope;
  for (let index = 0; index + 1 < args.length; index += 2) {
    const name = args[index];
    if (name?.kind !== 'reference' || name.time) return failure('#NAME?', 'let-name');
    inner = withLocal(inner, name.name, argumentOf(args[index + 1] ?? null, inner, evaluate) ?? null, noTime);
  }
  return argumentOf(args.at(-1) ?? null, inner, evaluate) ?? null;
}

function noTime(name: string): Operand {
  return failure('#REF!', 'let-time', { name });
}
