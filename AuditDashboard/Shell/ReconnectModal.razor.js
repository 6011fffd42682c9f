// The states are the framework's: show, hide, retrying, failed, rejected, paused, resume-failed (also css classes of the dialog).
const dialog = document.getElementById('components-reconnect-modal');

async function rejoin() {
  try {
    if (await Blazor.reconnect()) { return; }
    // The server is there but has forgotten the circuit: resume what it kept, else start the page anew.
    if (await Blazor.resumeCircuit()) { dialog.close(); } else { location.reload(); }
  } catch {
    // Not reached yet: the next return to the tab tries again.
  }
}

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) { location.reload(); }
  } catch {
    dialog.classList.replace('components-reconnect-paused', 'components-reconnect-resume-failed');
  }
}

dialog?.addEventListener('components-reconnect-state-changed', event => {
  switch (event.detail.state) {
    case 'show': dialog.showModal(); break;
    case 'hide': dialog.close(); break;
    case 'rejected': location.reload(); break;
  }
});

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && dialog?.classList.contains('components-reconnect-failed')) { rejoin(); }
});

dialog?.addEventListener('click', event => {
  switch (event.target.closest('button')?.dataset.reconnect) {
    case 'resume': resume(); break;
    case 'reload': location.reload(); break;
  }
});
