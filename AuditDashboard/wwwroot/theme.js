// Blocking on purpose: the theme is on <html> before the first paint. The cookies let the server prerender the same theme.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const year = 31536000;
  const remember = (name, value) => { document.cookie = `${name}=${value};path=/;max-age=${year};samesite=lax`; };
  const chosen = () => (document.cookie.match(/(?:^|; )theme=(dark|light)/) || [])[1];
  const apply = () => { document.documentElement.dataset.theme = chosen() || (system.matches ? 'dark' : 'light'); };
  const follow = () => { remember('theme-system', system.matches ? 'dark' : 'light'); apply(); };

  follow();
  system.addEventListener('change', follow);

  window.auditTheme = {
    // 'dark' | 'light' | 'system'; answers whether the page is dark now.
    set(mode) {
      if (mode === 'system') { document.cookie = 'theme=;path=/;max-age=0'; } else { remember('theme', mode); }
      apply();
      return document.documentElement.dataset.theme === 'dark';
    },
    // The page answers to clicks from now on: scripts of users and tests wait for the mark.
    started() {
      document.documentElement.dataset.interactive = 'true';
      return document.documentElement.dataset.theme === 'dark';
    },
  };
})();
