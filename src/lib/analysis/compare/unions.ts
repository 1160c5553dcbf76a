/** Groups of numbers that grow together, each known by its least member. */
export class Unions {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  rootOf(member: number): number {
    let root = member;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    for (let at = member; at !== root;) [at, this.#parents[at]] = [this.#parents[at]!, root];
    return root;
  }

  join(a: number, b: number): void {
    const [one, other] = [this.rootOf(a), this.rootOf(b)];
    this.#parents[Math.max(one, other)] = Math.min(one, other);
  }
}
