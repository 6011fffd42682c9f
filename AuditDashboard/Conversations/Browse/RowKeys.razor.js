// j/k walk the rows of the list; Enter is the link's own. Rows outside the window appear as the list scrolls.
const EDITABLE = 'input,textarea,select,[contenteditable],[role=menu],[role=listbox],[role=dialog]';

export function create() {
  const abort = new AbortController();

  function walk(step) {
    const links = [...document.querySelectorAll('[data-testid=dialog-row] a')];
    const here = links.indexOf(document.activeElement);
    const next = links[here < 0 ? 0 : here + step];
    if (!next) { return; }
    next.focus({ preventScroll: true });
    next.closest('tr').scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem('shortcuts') === 'off' || event.target.closest?.(EDITABLE)) { return; }
    if (event.key === 'j' || event.key === 'k') { walk(event.key === 'j' ? 1 : -1); }
  }, { signal: abort.signal });

  return { dispose() { abort.abort(); } };
}
