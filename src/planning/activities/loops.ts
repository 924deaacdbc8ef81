/**
 * The loops of a graph: each set of nodes that can all be reached from one another, and single nodes that point at themselves.
 *
 * @param edges Of each node, the nodes it points at.
 * @returns Each loop as a closed walk in the direction of the edges, beginning at its least node; loops by their least node.
 * @example findLoops([[1], [0], []]) //=> [[0, 1]]
 * @see Tarjan 1972, strongly connected components
 */
export function findLoops(edges: readonly (readonly number[])[]): number[][] {
  return components(edges)
    .filter((own) => own.length > 1 || (edges[own[0] ?? -1] ?? []).includes(own[0] ?? -1))
    .map((own) => walkThrough(own, edges))
    .sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0));
}

interface Search {
  readonly index: number[];
  readonly low: number[];
  readonly stack: number[];
  readonly onStack: Set<number>;
  readonly found: number[][];
}

function components(edges: readonly (readonly number[])[]): number[][] {
  const search: Search = { index: [], low: [], stack: [], onStack: new Set(), found: [] };
  let count = 0;
  // An explicit path instead of recursion: a chain of a few thousand activities must not overflow the stack.
  for (let root = 0; root < edges.length; root += 1) {
    if (search.index[root] !== undefined) continue;
    const path: { node: number; next: number }[] = [{ node: root, next: 0 }];
    count = open(search, root, count);
    for (let top = path[path.length - 1]; top; top = path[path.length - 1]) {
      const to = edges[top.node]?.[top.next];
      top.next += 1;
      if (to === undefined) {
        path.pop();
        close(search, top.node);
        const above = path[path.length - 1]?.node;
        if (above !== undefined) lower(search, above, search.low[top.node] ?? Infinity);
      } else if (edges[to] === undefined) continue;
      else if (search.index[to] === undefined) {
        count = open(search, to, count);
        path.push({ node: to, next: 0 });
      } else if (search.onStack.has(to)) lower(search, top.node, search.index[to] ?? Infinity);
    }
  }
  return search.found;
}

function open(search: Search, node: number, count: number): number {
  search.index[node] = count;
  search.low[node] = count;
  search.stack.push(node);
  search.onStack.add(node);
  return count + 1;
}

function lower(search: Search, node: number, value: number): void {
  search.low[node] = Math.min(search.low[node] ?? value, value);
}

function close(search: Search, node: number): void {
  if (search.low[node] !== search.index[node]) return;
  const component: number[] = [];
  for (let member = search.stack.pop(); member !== undefined; member = search.stack.pop()) {
    search.onStack.delete(member);
    component.push(member);
    if (member === node) break;
  }
  search.found.push(component);
}

/** The shortest way round from the least node of a component back to it. */
function walkThrough(component: readonly number[], edges: readonly (readonly number[])[]): number[] {
  const start = Math.min(...component);
  const members = new Set(component);
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] ?? start;
    for (const to of edges[node] ?? []) {
      if (to === start) {
        const walk = [node];
        for (let back = cameFrom.get(node); back !== undefined; back = cameFrom.get(back)) walk.unshift(back);
        return walk;
      }
      if (members.has(to) && !cameFrom.has(to)) {
        cameFrom.set(to, node);
        queue.push(to);
      }
    }
  }
  return [start];
}
