import { calcSchema } from './calc-schema.ts';
import { checkSchema } from './check-schema.ts';
import { wrongUsage } from './cli-error.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { dealsSchema } from './deals-schema.ts';
import { evalSchema } from './eval-schema.ts';
import type { ExitCode } from './exit-code.ts';
import { explainSchema } from './explain-schema.ts';
import { importSchema } from './import-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { parseSchema } from './parse-schema.ts';
import { verifySchema } from './verify-schema.ts';

export const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  calc: calcSchema,
  check: checkSchema,
  deals: dealsSchema,
  eval: evalSchema,
  explain: explainSchema,
  import: importSchema,
  parse: parseSchema,
  verify: verifySchema,
};

export const schemaCommand: Command = {
  name: 'schema',
  usage: 'COMMAND',
  summary: 'Prints the JSON Schema of what a command answers with --json.',
  options: {},
  positionals: ['COMMAND'],
  required: 1,
  run: schema,
};

async function schema(args: Arguments, { out }: Streams): Promise<ExitCode> {
  const command = args.positionals[0] ?? '';
  const found = Object.hasOwn(SCHEMAS, command) ? SCHEMAS[command] : undefined;
  if (!found) {
    throw wrongUsage('option-invalid', {
      option: 'schema',
      value: command,
      allowed: Object.keys(SCHEMAS).join(', '),
    });
  }
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: `headroom ${command}` };
  await out(`${JSON.stringify({ ...head, ...found }, null, 2)}\n`);
  return 0;
}
