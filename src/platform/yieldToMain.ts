/** Lets the page do what has come up meanwhile, a key or a frame, before the next part of something that takes long. */
export const yieldToMain = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
