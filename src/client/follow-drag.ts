interface DragOptions {
  isAllowed: () => boolean;
  /** Called with the element that the pointer was let go over. */
  onDrop: (over: Element | undefined) => void;
}

/** Near the edge of the window by so many pixels the page scrolls along. */
const EDGE = 56;
const SCROLL_STEP = 14;

/** Lets `row` be dragged by its handle to another place of the page; it goes back when the drag is broken off. */
export function followDrag(row: HTMLElement, handle: HTMLElement, { isAllowed, onDrop }: DragOptions): void {
  handle.addEventListener('pointerdown', (start) => {
    if (start.button !== 0 || !isAllowed()) return;
    start.preventDefault();
    const from = { x: start.pageX, y: start.pageY };
    let over: Element | undefined;
    const follow = (event: PointerEvent) => {
      if (event.clientY < EDGE) scrollBy(0, -SCROLL_STEP);
      if (event.clientY > innerHeight - EDGE) scrollBy(0, SCROLL_STEP);
      row.style.transform = `translate(${String(event.pageX - from.x)}px, ${String(event.pageY - from.y)}px)`;
      mark(document.elementsFromPoint(event.clientX, event.clientY).find((element) => !row.contains(element)));
    };
    const mark = (element: Element | undefined) => {
      over?.closest('.quiz-target')?.removeAttribute('data-over');
      over = element;
      over?.closest('.quiz-target')?.setAttribute('data-over', '');
    };
    const end = () => {
      handle.removeEventListener('pointermove', follow);
      handle.removeEventListener('pointerup', drop);
      row.style.removeProperty('transform');
      // Chromium writes the attribute only when it is asked for; one not yet written would not be removed.
      if (row.hasAttribute('style')) row.removeAttribute('style');
      row.removeAttribute('data-dragged');
      mark(undefined);
    };
    const drop = () => {
      const dropped = over;
      end();
      onDrop(dropped);
    };
    row.setAttribute('data-dragged', '');
    handle.setPointerCapture(start.pointerId);
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('pointerup', drop, { once: true });
    handle.addEventListener('lostpointercapture', end, { once: true });
  });
}
