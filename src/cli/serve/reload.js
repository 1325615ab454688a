// @ts-check
// Reloads the page when the site changes, and shows the problems in the notes over the page.
(() => {
  const EVERY_MILLIS = 100;
  const HIDDEN_EVERY_MILLIS = 2000;
  let version;
  let panel;
  const part = (tag, text, style) => {
    const element = document.createElement(tag);
    element.textContent = text;
    Object.assign(element.style, style);
    return element;
  };
  const show = ({ headline, problems }) => {
    panel?.remove();
    panel = undefined;
    if (problems.length === 0) return;
    panel = part('section', '', {
      position: 'fixed',
      inset: 'auto 0 0 0',
      maxHeight: '60vh',
      overflow: 'auto',
      padding: '1rem 1.25rem',
      background: '#2b1111',
      color: '#fff',
      font: '16px/1.5 system-ui, sans-serif',
      zIndex: '2147483647',
    });
    panel.setAttribute('role', 'alert');
    panel.lang = 'en';
    panel.dir = 'ltr';
    const close = part('button', 'Close', {
      float: 'right',
      padding: '0.25rem 0.75rem',
      background: '#fff',
      color: '#2b1111',
      font: 'inherit',
    });
    close.type = 'button';
    close.addEventListener('click', () => panel.remove());
    panel.append(close, part('p', headline, { margin: '0 0 0.75rem', fontWeight: 'bold' }));
    for (const { place, message, excerpt, help } of problems) {
      const problem = part('div', '', { margin: '0 0 0.75rem' });
      problem.append(part('div', [place, message].filter(Boolean).join(': '), {}));
      if (excerpt) {
        problem.append(part('pre', excerpt, {
          margin: '0.25rem 0',
          color: '#ffd7d7',
          background: 'none',
          font: '14px/1.4 monospace',
          whiteSpace: 'pre-wrap',
        }));
      }
      if (help) problem.append(part('div', `What helps: ${help}`, {}));
      panel.append(problem);
    }
    document.body.append(panel);
  };
  let shown = '';
  let timer;
  const ask = async () => {
    clearTimeout(timer);
    try {
      const state = await (await fetch('/.hallway/state.json', { cache: 'no-store' })).json();
      version ??= state.version;
      if (state.version !== version) return location.reload();
      const text = JSON.stringify(state.problems);
      if (text !== shown) {
        shown = text;
        show(state.problems);
      }
    } catch {
      // The server has stopped or is restarting.
    }
    clearTimeout(timer);
    timer = setTimeout(ask, document.hidden ? HIDDEN_EVERY_MILLIS : EVERY_MILLIS);
  };
  document.addEventListener('visibilitychange', () => document.hidden || ask());
  ask();
})();
