import { useEffect, useRef } from 'react';

/** @returns a signal for calls whose answer only this component shows; it is aborted when the component goes away. */
export function useHere(): () => AbortSignal | undefined {
  const here = useRef<AbortController>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    here.current = controller;
    return () => controller.abort();
  }, []);
  return () => here.current?.signal;
}
