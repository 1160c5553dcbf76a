/** Files that import each other round in a circle: none of them can be read, moved or tested without the others. */

/**
 * Circles among files: each list holds the files that all lead to one another, in their order.
 *
 * Tarjan's strongly connected components; types count as well as values.
 *
 * @param imports the files that each file imports, by path
 */
export function circles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const at = order.size;
    order.set(file, at);
    lowest.set(file, at);
    open.push(file);
    for (const other of imports.get(file) ?? []) {
      if (!imports.has(other)) continue;
      if (!order.has(other)) lowest.set(file, Math.min(lowest.get(file)!, visit(other)));
      else if (open.includes(other)) lowest.set(file, Math.min(lowest.get(file)!, order.get(other)!));
    }
    if (lowest.get(file) === at) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1 || imports.get(file)!.includes(file)) found.push(circle.sort());
    }
    return lowest.get(file)!;
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found;
}
