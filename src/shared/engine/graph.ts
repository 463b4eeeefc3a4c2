/** Nodes are numbers from 0; `edges[node]` lists the nodes that it reads. */
export type Edges = readonly (readonly number[])[];

/**
 * Strongly connected components, each after all that it reads (Tarjan, SIAM J. Comput. 1, 1972).
 * Without recursion: chains are as long as models are.
 */
export function componentsOf(edges: Edges): number[][] {
  const order = new Int32Array(edges.length).fill(-1);
  const low = new Int32Array(edges.length);
  const isOpen = new Uint8Array(edges.length);
  const open: number[] = [];
  /** Place of the next edge to follow, by node. */
  const next = new Int32Array(edges.length);
  const path: number[] = [];
  const components: number[][] = [];
  let clock = 0;

  const enter = (node: number): void => {
    order[node] = clock;
    low[node] = clock;
    clock++;
    open.push(node);
    isOpen[node] = 1;
    path.push(node);
  };
  const lower = (node: number, to: number): void => {
    low[node] = Math.min(low[node] ?? 0, to);
  };
  const close = (node: number): void => {
    if (low[node] !== order[node]) return;
    const component: number[] = [];
    let member = -1;
    while (member !== node) {
      member = open.pop() ?? node;
      isOpen[member] = 0;
      component.push(member);
    }
    components.push(component.reverse());
  };

  for (let root = 0; root < edges.length; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const place = next[node] ?? 0;
      const target = edges[node]?.[place];
      next[node] = place + 1;
      if (target === undefined) {
        close(node);
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent, low[node] ?? 0);
      } else if (order[target] === -1) {
        enter(target);
      } else if (isOpen[target] === 1) {
        lower(node, order[target] ?? 0);
      }
    }
  }
  return components;
}

/** The part of a graph among some nodes, numbered by their place in the list. */
export function inducedEdges(nodes: readonly number[], edges: Edges): number[][] {
  const place = new Map(nodes.map((node, index) => [node, index]));
  return nodes.map((node) =>
    (edges[node] ?? []).flatMap((target) => {
      const index = place.get(target);
      return index === undefined ? [] : [index];
    }),
  );
}

/** True when a component is more than one node that does not read itself. */
export function isCyclic(component: readonly number[], edges: Edges): boolean {
  const [only] = component;
  return component.length > 1 || (only !== undefined && (edges[only] ?? []).includes(only));
}

/**
 * Nodes whose removal leaves no cycle: a single one where that is enough, else one cycle after
 * another is cut where most edges meet.
 */
export function cutsOf(edges: Edges): number[] {
  const nodes = edges.map((_, node) => node);
  const single = nodes.find((node) => cyclesWithout(edges, new Set([node])).length === 0);
  if (single !== undefined) return [single];
  const cuts = new Set<number>();
  for (let cycles = cyclesWithout(edges, cuts); cycles.length > 0; cycles = cyclesWithout(edges, cuts)) {
    for (const cycle of cycles) cuts.add(busiest(cycle, edges));
  }
  return [...cuts].sort((a, b) => a - b);
}

function cyclesWithout(edges: Edges, removed: ReadonlySet<number>): number[][] {
  const rest = edges.map((targets, node) =>
    removed.has(node) ? [] : targets.filter((target) => !removed.has(target)),
  );
  return componentsOf(rest).filter((component) => isCyclic(component, rest));
}

function busiest(cycle: readonly number[], edges: Edges): number {
  const inside = new Set(cycle);
  const readers = new Map<number, number>();
  for (const node of cycle) {
    for (const target of edges[node] ?? []) {
      if (inside.has(target)) readers.set(target, (readers.get(target) ?? 0) + 1);
    }
  }
  const score = (node: number): number =>
    (readers.get(node) ?? 0) * (edges[node] ?? []).filter((target) => inside.has(target)).length;
  return cycle.reduce((best, node) => (score(node) > score(best) ? node : best));
}
