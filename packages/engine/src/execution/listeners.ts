export interface Listeners<Event> {
  /** @returns a function that removes the listener */
  add(listener: (event: Event) => void): () => void;
  notify(event: Event): void;
}

export function createListeners<Event>(): Listeners<Event> {
  const listeners = new Set<(event: Event) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notify: (event) => listeners.forEach((listener) => listener(event)),
  };
}
