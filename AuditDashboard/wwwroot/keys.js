// Page-wide keys and native popovers. Nothing here asks the server.
// A key belongs to a link with data-key ("g" then the key) or to a button with data-shortcut.
const editable = 'input,textarea,select,[contenteditable],[role=menu],[role=listbox],[role=dialog]';
const off = () => localStorage.getItem('shortcuts') === 'off';
let waiting = 0;

const visible = element => element && element.getClientRects().length > 0;
const press = name => document.querySelector(`[data-shortcut="${name}"]`)?.click();

function openSection(key) {
  document.querySelector(`a[data-key="${CSS.escape(key)}"]`)?.click();
}

function focusSearch() {
  const search = document.querySelector('[data-search] input, input[data-search]');
  if (visible(search)) { search.focus(); return; }
  openSection('d');
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || off() || event.target.closest?.(editable)) { return; }
  const afterG = Date.now() - waiting < 1500;
  waiting = 0;
  if (afterG) { openSection(event.key.toLowerCase()); return; }
  switch (event.key) {
    case 'g': waiting = Date.now(); break;
    case '/': event.preventDefault(); focusSearch(); break;
    case 't': press('theme'); break;
    case '?': document.getElementById('shortcuts')?.togglePopover(); break;
  }
}

document.addEventListener('keydown', onKey);

// A link inside an open popover leads elsewhere: the popover has done its work.
document.addEventListener('click', event => {
  const popover = event.target.closest('a')?.closest('[popover]');
  if (popover?.matches(':popover-open')) { popover.hidePopover(); }
});

document.addEventListener('change', event => {
  if (event.target.matches('[data-shortcuts-off]')) { localStorage.setItem('shortcuts', event.target.checked ? 'off' : 'on'); }
});

document.addEventListener('beforetoggle', event => {
  const box = event.target.querySelector?.('[data-shortcuts-off]');
  if (box) { box.checked = off(); }
}, true);
