/** Numbers by which the client names what it asks of the host's ribbon. */
const COMMAND_INVOKED_EVENT = 39;
const COMMAND_COMPLETED = 94;
const SUCCESS = 0;

type Handler = (event: number, payload: unknown) => void;

/**
 * The host's side of ribbon buttons: `run` presses one, the client finds the function that the add-in associated with its name
 * (`Office.actions.associate`) and says when it has completed (`event.completed()`).
 */
export class RibbonCommands {
  private handler: Handler | undefined;
  private readonly waiting = new Map<string, (completed: boolean) => void>();
  private lastId = 0;

  /** Whether the client listens to buttons yet. */
  get isReady(): boolean {
    return this.handler !== undefined;
  }

  /**
   * Presses a button.
   * @param action the manifest's FunctionName
   * @param control the manifest's id of the button; the function gets it as `event.source.id`
   * @returns whether the function completed; false when the client does not listen or knows no such function
   */
  run(action: string, control: string): Promise<boolean> {
    const { handler } = this;
    if (!handler) return Promise.resolve(false);
    const id = String(++this.lastId);
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      handler(COMMAND_INVOKED_EVENT, [id, action, JSON.stringify({ source: { id: control } })]);
    });
  }

  /** The client listens to an event. @returns whether it is one of the ribbon's. */
  register(event: number, handler: unknown): boolean {
    if (event !== COMMAND_INVOKED_EVENT || typeof handler !== 'function') return false;
    this.handler = handler as Handler;
    return true;
  }

  /** The client called a method. @returns whether it is one of the ribbon's. */
  execute(method: number, params: unknown): boolean {
    if (method !== COMMAND_COMPLETED || !Array.isArray(params)) return false;
    const [id, status] = params as unknown[];
    const resolve = this.waiting.get(String(id));
    this.waiting.delete(String(id));
    resolve?.(status === SUCCESS);
    return true;
  }
}
