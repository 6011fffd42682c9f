// Shows and hides what is typed into a password field.
for (const button of document.querySelectorAll('[data-reveal]')) {
  const input = document.getElementById(button.dataset.reveal);
  const words = [button.textContent, button.dataset.shown];
  button.addEventListener('click', () => {
    const show = input.type === 'password';
    input.type = show ? 'text' : 'password';
    button.textContent = words[show ? 1 : 0];
    button.setAttribute('aria-pressed', String(show));
    input.focus();
  });
}
