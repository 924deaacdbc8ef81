/** A turn of the event loop: messages and signals that have come in meanwhile are heard. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
