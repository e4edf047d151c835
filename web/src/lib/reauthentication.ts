type Asker = () => Promise<boolean>;
let ask: Asker | undefined;
let asking: Promise<boolean> | undefined;

/** Tells who shows the "confirm that it is you" dialog; answers a function that takes it back. */
export function onConfirmIdentity(asker: Asker): () => void {
  ask = asker;
  return () => {
    if (ask !== asker) return;
    ask = undefined;
    asking = undefined;
  };
}

/** Asks once for all calls that wait; true when the person confirmed. */
export function confirmIdentity(): Promise<boolean> {
  asking ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asking = undefined;
  });
  return asking;
}
