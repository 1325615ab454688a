// Reloads the page when the site changes, and shows the diagnostics of a build that failed over the page.
(() => {
  const EVERY_MILLIS = 400;
  let version;
  let panel;
  const show = (problem) => {
    panel?.remove();
    panel = undefined;
    if (!problem) return;
    panel = document.createElement('pre');
    panel.setAttribute('role', 'alert');
    panel.textContent = problem;
    Object.assign(panel.style, {
      position: 'fixed',
      inset: 'auto 0 0 0',
      maxHeight: '60vh',
      overflow: 'auto',
      margin: '0',
      padding: '1rem',
      background: '#2b1111',
      color: '#fff',
      font: '14px/1.4 monospace',
      whiteSpace: 'pre-wrap',
      zIndex: '2147483647',
    });
    document.body.append(panel);
  };
  let shown;
  const ask = async () => {
    try {
      const state = await (await fetch('/.hallway/state.json', { cache: 'no-store' })).json();
      version ??= state.version;
      if (state.version !== version) return location.reload();
      if (state.problem !== shown) show((shown = state.problem));
    } catch {
      // The server is gone or starts again.
    }
    setTimeout(ask, EVERY_MILLIS);
  };
  ask();
})();
