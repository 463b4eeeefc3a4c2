import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { processTree } from '../../tools/driver.mjs';

/** One open socket of the internet families. */
export interface InternetSocket {
  readonly table: string;
  readonly local: string;
  readonly remote: string;
  readonly listening: boolean;
}

const TABLES = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6', 'icmp', 'icmp6'];
const LISTEN = '0A';

/** The internet sockets that a process and all its children hold now, read from the kernel's own tables. */
export function internetSockets(processId: number): InternetSocket[] {
  return processTree(processId).flatMap((id) => {
    const held = socketsHeld(id);
    return TABLES.flatMap((table) => rows(id, table)).filter((row) => held.has(row.inode));
  });
}

function socketsHeld(id: number): ReadonlySet<string> {
  const folder = `/proc/${id}/fd`;
  const links = attempt(() => readdirSync(folder), []).map((name) =>
    attempt(() => readlinkSync(`${folder}/${name}`), ''),
  );
  return new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
}

function rows(id: number, table: string): (InternetSocket & { readonly inode: string })[] {
  const text = attempt(() => readFileSync(`/proc/${id}/net/${table}`, 'utf8'), '');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .map(([, local = '', remote = '', state = '', , , , , , inode = '']) => ({
      table,
      local,
      remote,
      listening: state === LISTEN,
      inode,
    }));
}

/** Processes come and go while they are looked at. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
