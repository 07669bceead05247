/** Writes what changed, one write at a time: calls that come meanwhile share the next one. */

export interface Saver {
  changed(): void;
  /** Resolves when every change up to now is written; rejects when a write fails, which the next call tries again. */
  saved(): Promise<void>;
}

/** @param write - writes the state at the time of its call */
export function createSaver(write: () => Promise<void>): Saver {
  let isChanged = false;
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    try {
      while (isChanged) {
        isChanged = false;
        await write();
      }
    } catch (error) {
      isChanged = true;
      throw error;
    } finally {
      writing = undefined;
    }
  }

  return {
    changed() {
      isChanged = true;
    },
    saved() {
      if (writing === undefined && !isChanged) return Promise.resolve();
      return (writing ??= writeAll());
    },
  };
}
