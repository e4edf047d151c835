/** What pages ask of a browser and jsdom does not have. */
Object.defineProperty(window, 'matchMedia', {
  value: (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
});
class StillObserver {
  observe() {
    return undefined;
  }
  unobserve() {
    return undefined;
  }
  disconnect() {
    return undefined;
  }
}
Object.assign(globalThis, { ResizeObserver: StillObserver, IntersectionObserver: StillObserver });
Object.assign(document, { fonts: new EventTarget() });
Element.prototype.scrollTo = () => undefined;
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
if (!('randomUUID' in crypto)) {
  Object.assign(crypto, { randomUUID: () => '01990000-0000-4000-8000-000000000000' });
}
