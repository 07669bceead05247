/** A search that changes its state as it goes, and takes the changes back where it finds nothing. */
export interface Backtracking {
  /** Runs a part of the search; when it finds nothing, whatever it changed is as before. */
  attempt<Found>(run: () => Found | undefined): Found | undefined;
  /** To be called with every change. */
  onUndo(revert: () => void): void;
}

export function createBacktracking(): Backtracking {
  let reverts: (() => void)[] = [];
  return {
    attempt(run) {
      const outer = reverts;
      reverts = [];
      const found = run();
      if (found === undefined) {
        for (const revert of reverts.reverse()) revert();
        reverts = outer;
      } else {
        reverts = [...outer, ...reverts];
      }
      return found;
    },
    onUndo: (revert) => void reverts.push(revert),
  };
}
